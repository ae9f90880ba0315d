"""The programs of checks/, and the rules that every file keeps."""
