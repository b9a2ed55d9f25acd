-- What is about a record: its reviews, translations, adoptions, questions.
CREATE INDEX catalogue_tag_about ON catalogue_tag (value, row_id) WHERE facet = 'about';
