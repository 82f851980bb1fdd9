-- Pages of a document that came as PDF or as a picture: how each was turned to be read, and where its words stand.
CREATE TABLE document_page (
    document_id TEXT NOT NULL REFERENCES document (id),
    page INTEGER NOT NULL,
    turned INTEGER NOT NULL,
    skew REAL NOT NULL,
    text_start INTEGER NOT NULL,
    words_json TEXT NOT NULL,
    PRIMARY KEY (document_id, page)
);
