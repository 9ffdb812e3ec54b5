"""From results to what people look at: figures and the report, in English and Chinese."""
