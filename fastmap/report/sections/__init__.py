"""The chapters of a report, one module each. Every module offers functions ``ReportContext → Section``."""
