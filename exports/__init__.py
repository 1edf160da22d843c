"""The writers: a finished `Report` becomes a workbook, a PDF, pictures, tables or JSON.

Start with `pdf.write_pdf` and `workbook.write_workbook`; both get a `fastmap.report.finished.Report` and nothing else.
Every writer makes the whole file in memory and hands the bytes to `saving`, the only place that touches the target:
a failed export leaves what was there before. How a chart is drawn stands in `charts`, colours in `palette`.

Left to others: what is said (report), which figures may be shown (privacy), where files go (the command line, the
window). Modules here are imported late, because matplotlib and XlsxWriter cost more than the whole command line.
"""
