-- People who sign on at the company's OpenID provider. Only hashes of what their browsers keep are here.

-- A sign-on that has begun. It is taken out when the browser comes back, so it counts once.
CREATE TABLE sign_on (
    state_hash bytea PRIMARY KEY,
    nonce text NOT NULL,
    verifier text NOT NULL,
    page text NOT NULL,
    begun timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_on_begun ON sign_on (begun);

CREATE TABLE session (
    key_hash bytea PRIMARY KEY,
    name text NOT NULL,
    subject text NOT NULL,
    ends timestamptz NOT NULL
);
CREATE INDEX session_ends ON session (ends);
