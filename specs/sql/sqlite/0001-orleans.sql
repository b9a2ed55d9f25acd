-- State and reminders of grains, in the form that Orleans' ADO.NET providers ask for: they look their queries up in
-- OrleansQuery by key, and read the named columns of the results.
CREATE TABLE OrleansQuery (
  QueryKey TEXT NOT NULL PRIMARY KEY,
  QueryText TEXT NOT NULL
);

-- A row is named by service, grain type with state name, and the grain's key. The primary key is what makes a race of
-- two first writes end with one row.
CREATE TABLE OrleansStorage (
  ServiceId TEXT NOT NULL,
  GrainType TEXT NOT NULL,
  GrainId TEXT NOT NULL,
  PayloadBinary BLOB,
  Version INTEGER NOT NULL,
  PRIMARY KEY (ServiceId, GrainType, GrainId)
);

-- No row returned is what Orleans takes for a conflict. Whoever names a version of a row that is not there gets none.
INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('WriteToStorageKey', '
  INSERT INTO OrleansStorage (ServiceId, GrainType, GrainId, PayloadBinary, Version)
  SELECT @ServiceId, @GrainTypeString, @GrainIdExtensionString, @PayloadBinary, 1
  WHERE @GrainStateVersion IS NULL OR EXISTS (
    SELECT 1 FROM OrleansStorage
    WHERE ServiceId = @ServiceId AND GrainType = @GrainTypeString AND GrainId = @GrainIdExtensionString)
  ON CONFLICT (ServiceId, GrainType, GrainId) DO UPDATE
  SET PayloadBinary = excluded.PayloadBinary, Version = OrleansStorage.Version + 1
  WHERE OrleansStorage.Version = @GrainStateVersion
  RETURNING Version AS NewGrainStateVersion'),
('ReadFromStorageKey', '
  SELECT PayloadBinary, Version FROM OrleansStorage
  WHERE ServiceId = @ServiceId AND GrainType = @GrainTypeString AND GrainId = @GrainIdExtensionString'),
('ClearStorageKey', '
  UPDATE OrleansStorage SET PayloadBinary = NULL, Version = Version + 1
  WHERE ServiceId = @ServiceId AND GrainType = @GrainTypeString AND GrainId = @GrainIdExtensionString
    AND Version = @GrainStateVersion
  RETURNING Version AS NewGrainStateVersion');

-- Orleans fixes the type of StartTime: it is the one time that is not in milliseconds.
CREATE TABLE OrleansRemindersTable (
  ServiceId TEXT NOT NULL,
  GrainId TEXT NOT NULL,
  ReminderName TEXT NOT NULL,
  StartTime TEXT NOT NULL,
  Period INTEGER NOT NULL,
  GrainHash INTEGER NOT NULL,
  Version INTEGER NOT NULL,
  PRIMARY KEY (ServiceId, GrainId, ReminderName)
);

CREATE INDEX OrleansReminders_hash ON OrleansRemindersTable (ServiceId, GrainHash);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('UpsertReminderRowKey', '
  INSERT INTO OrleansRemindersTable (ServiceId, GrainId, ReminderName, StartTime, Period, GrainHash, Version)
  VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
  ON CONFLICT (ServiceId, GrainId, ReminderName) DO UPDATE
  SET StartTime = excluded.StartTime, Period = excluded.Period, GrainHash = excluded.GrainHash,
    Version = OrleansRemindersTable.Version + 1
  RETURNING Version'),
('ReadReminderRowsKey', '
  SELECT GrainId, ReminderName, StartTime, Period, Version FROM OrleansRemindersTable
  WHERE ServiceId = @ServiceId AND GrainId = @GrainId'),
('ReadReminderRowKey', '
  SELECT GrainId, ReminderName, StartTime, Period, Version FROM OrleansRemindersTable
  WHERE ServiceId = @ServiceId AND GrainId = @GrainId AND ReminderName = @ReminderName'),
('ReadRangeRows1Key', '
  SELECT GrainId, ReminderName, StartTime, Period, Version FROM OrleansRemindersTable
  WHERE ServiceId = @ServiceId AND GrainHash > @BeginHash AND GrainHash <= @EndHash'),
('ReadRangeRows2Key', '
  SELECT GrainId, ReminderName, StartTime, Period, Version FROM OrleansRemindersTable
  WHERE ServiceId = @ServiceId AND (GrainHash > @BeginHash OR GrainHash <= @EndHash)'),
('DeleteReminderRowKey', '
  DELETE FROM OrleansRemindersTable
  WHERE ServiceId = @ServiceId AND GrainId = @GrainId AND ReminderName = @ReminderName AND Version = @Version;
  SELECT changes()'),
('DeleteReminderRowsKey', '
  DELETE FROM OrleansRemindersTable WHERE ServiceId = @ServiceId');
