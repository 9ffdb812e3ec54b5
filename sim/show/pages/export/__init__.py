"""Reports in other formats: printed pages, and the first pages as a document and a workbook."""
