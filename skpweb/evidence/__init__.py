"""Evidence (bukti dukung): files that are checked and kept, links that are looked at."""
