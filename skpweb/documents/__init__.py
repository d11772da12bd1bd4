"""Official forms as PDF, kept when finished; spreadsheets read and written."""
