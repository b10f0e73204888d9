"""The reader in a browser: a small server that starts one reader for each page that is open."""
