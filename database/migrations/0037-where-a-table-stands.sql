-- Which sheet of a file, and which row of it holds the headers, where somebody said so.
ALTER TABLE asset_import ADD COLUMN reading json NOT NULL DEFAULT '{}';
