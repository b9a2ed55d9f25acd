-- Visitors are not listed any more: one server may have more of them than there are poles.
DELETE FROM catalogue_tag WHERE row_id IN (SELECT row_id FROM catalogue WHERE origin = '' AND key LIKE 'partner/%~%');
DELETE FROM catalogue_text WHERE rowid IN (SELECT row_id FROM catalogue WHERE origin = '' AND key LIKE 'partner/%~%');
DELETE FROM catalogue WHERE origin = '' AND key LIKE 'partner/%~%';
