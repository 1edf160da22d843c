<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AnonymousOptions</name>
    <message>
        <source>Members behind a figure, at least</source>
        <translation>Miembros tras una cifra, como mínimo</translation>
    </message>
    <message>
        <source>Texts to clear</source>
        <translation>Textos por autorizar</translation>
    </message>
</context>
<context>
    <name>ChaptersCard</name>
    <message>
        <source>Limits and sources are in every report.</source>
        <translation>Los límites y las fuentes figuran en todo informe.</translation>
    </message>
    <message>
        <source>Nothing to show yet: {chapters}.</source>
        <translation>Aún sin contenido: {chapters}.</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Los habituales</translation>
    </message>
    <message>
        <source>Choose the usual chapters again</source>
        <translation>Volver a elegir los capítulos habituales</translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Indicator</source>
        <translation>Indicador</translation>
    </message>
    <message>
        <source>In {unit}. Leave it empty while nobody knows it.</source>
        <translation>En {unit}. Déjelo vacío mientras nadie lo sepa.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Leave {organisation} out</source>
        <translation>Quitar {organisation}</translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s) named</source>
        <translation>
            <numerusform>%n organización nombrada</numerusform>
            <numerusform>%n organizaciones nombradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them counted in another entry already</source>
        <translation>
            <numerusform>%n de ellas ya cuenta en otra entrada</numerusform>
            <numerusform>%n de ellas ya cuentan en otra entrada</numerusform>
        </translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Socio</translation>
    </message>
    <message>
        <source>Choose what the value is about.</source>
        <translation>Elija a qué se refiere el valor.</translation>
    </message>
    <message>
        <source>This is no number from 0 up. Correct it, or leave it empty.</source>
        <translation>No es un número a partir de 0. Corríjalo o déjelo vacío.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>A year, half-year, quarter or month: 2026, 2026-H1, 2026-Q2, 2026-05.</source>
        <translation>Un año, semestre, trimestre o mes: 2026, 2026-H1, 2026-Q2, 2026-05.</translation>
    </message>
    <message>
        <source>Organisations behind it</source>
        <translation>Organizaciones que lo respaldan</translation>
    </message>
    <message>
        <source>Type a member, a partner or any other name, and press Enter.</source>
        <translation>Escriba un miembro, un socio u otro nombre y pulse Intro.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Where it can be seen: an attendance list, a signed plan, an invoice.</source>
        <translation>Dónde se puede ver: una lista de asistencia, un plan firmado, una factura.</translation>
    </message>
    <message>
        <source>Hours of participation</source>
        <translation>Horas de participación</translation>
    </message>
    <message>
        <source>Added over all who took part: 12 people for 8 hours are 96. For the annex for audit only.</source>
        <translation>Sumadas de todos los que participaron: 12 personas durante 8 horas son 96. Solo para el anexo para auditoría.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Neither member nor partner</source>
        <translation>Ni miembro ni socio</translation>
    </message>
    <message>
        <source>Save value</source>
        <translation>Guardar valor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>All periods</source>
        <translation>Todos los periodos</translation>
    </message>
    <message>
        <source>Only what entries of {period} brought, with all periods that lie in it. Targets and states are those of the whole ledger: choose “All periods”.</source>
        <translation>Solo lo que aportaron los registros de {period}, con todos los periodos que quedan dentro. Los objetivos y estados son del registro entero: elija «Todos los periodos».</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) reach beyond it and are not counted here.</source>
        <translation>
            <numerusform>%n registro va más allá y no se cuenta aquí.</numerusform>
            <numerusform>%n registros van más allá y no se cuentan aquí.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied. Paste them into a spreadsheet.</source>
        <translation>
            <numerusform>%n fila copiada. Péguela en una hoja de cálculo.</numerusform>
            <numerusform>%n filas copiadas. Péguelas en una hoja de cálculo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Guardado como {name}.</translation>
    </message>
    <message>
        <source>It holds {period} only.</source>
        <translation>Contiene solo {period}.</translation>
    </message>
    <message>
        <source>Table taken: {added} new, {updated} changed, {same} as before.</source>
        <translation>Tabla leída: {added} nuevos, {updated} cambiados, {same} como antes.</translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s). The first, in {cell}: {problem}</source>
        <translation>
            <numerusform>%n observación, en {cell}: {problem}</numerusform>
            <numerusform>%n observaciones. La primera, en {cell}: {problem}</numerusform>
        </translation>
    </message>
    <message>
        <source>Parts of the ledger</source>
        <translation>Partes del registro</translation>
    </message>
    <message>
        <source>By objective</source>
        <translation>Por objetivo</translation>
    </message>
    <message>
        <source>Evidence register</source>
        <translation>Registro de pruebas</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copiar tabla</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Guardar tabla…</translation>
    </message>
    <message>
        <source>Read a spreadsheet…</source>
        <translation>Leer una hoja de cálculo…</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. Open an indicator, say where it stood and what you promised, and enter what each period brought, with the organisations behind it: one that comes again is counted once.</source>
        <translation>Todavía no consta nada. Abra un indicador, indique dónde estaba y qué prometió, e introduzca lo que aportó cada periodo con las organizaciones que lo respaldan: la que se repite se cuenta una vez.</translation>
    </message>
</context>
<context>
    <name>KpiPanel</name>
    <message>
        <source>Enter a value</source>
        <translation>Introducir un valor</translation>
    </message>
    <message>
        <source>Entry {id}</source>
        <translation>Entrada {id}</translation>
    </message>
    <message>
        <source>New indicator</source>
        <translation>Indicador nuevo</translation>
    </message>
    <message>
        <source>An indicator of your own.</source>
        <translation>Un indicador propio.</translation>
    </message>
    <message>
        <source>Where it stood at the beginning, in {unit}. Empty: not recorded.</source>
        <translation>Dónde estaba al principio, en {unit}. Vacío: no consta.</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Valor inicial</translation>
    </message>
    <message>
        <source>Empty: the funder asks for {share} of all.</source>
        <translation>Vacío: el financiador pide el {share} del total.</translation>
    </message>
    <message>
        <source>Empty: the funder&apos;s threshold of {value} holds.</source>
        <translation>Vacío: vale el umbral del financiador, {value}.</translation>
    </message>
    <message>
        <source>What you promised, in {unit}. Empty: none.</source>
        <translation>Lo que prometió, en {unit}. Vacío: ninguno.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Nothing recorded. That is not zero.</source>
        <translation>No consta nada. Eso no es cero.</translation>
    </message>
    <message>
        <source>Change entry {id}</source>
        <translation>Cambiar la entrada {id}</translation>
    </message>
    <message>
        <source>Remove entry {id}</source>
        <translation>Eliminar la entrada {id}</translation>
    </message>
    <message>
        <source>No evidence</source>
        <translation>Sin prueba</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) removed. Undo brings them back.</source>
        <translation>
            <numerusform>%n entrada eliminada. Deshacer la recupera.</numerusform>
            <numerusform>%n entradas eliminadas. Deshacer las recupera.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no number from 0 up. Nothing was changed.</source>
        <translation>No es un número a partir de 0. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Indicator removed with its entries. Undo brings them back.</source>
        <translation>Indicador eliminado con sus entradas. Deshacer los recupera.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Change the indicator</source>
        <translation>Cambiar el indicador</translation>
    </message>
    <message>
        <source>Remove the indicator</source>
        <translation>Eliminar el indicador</translation>
    </message>
</context>
<context>
    <name>KpiWords</name>
    <message>
        <source>not known</source>
        <translation>no se conoce</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Propio</translation>
    </message>
    <message>
        <source>Mandatory</source>
        <translation>Obligatorio</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Opcional</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>No consta</translation>
    </message>
    <message>
        <source>No target</source>
        <translation>Sin objetivo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Alcanzado</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>Nothing recorded</source>
        <translation>No consta nada</translation>
    </message>
    <message>
        <source>Value not known yet</source>
        <translation>El valor todavía no se conoce</translation>
    </message>
    <message>
        <source>{value} {unit}; at least {target} of all are asked for</source>
        <translation>{value} {unit}; se pide al menos el {target} del total</translation>
    </message>
    <message>
        <source>{value} {unit}: {share} of all, at least {target} are asked for</source>
        <translation>{value} {unit}: el {share} del total, se pide al menos el {target}</translation>
    </message>
    <message>
        <source>{value} {unit}</source>
        <translation>{value} {unit}</translation>
    </message>
    <message>
        <source>{value} {unit}, target {target}</source>
        <translation>{value} {unit}, objetivo {target}</translation>
    </message>
    <message>
        <source>{value} of {target} {unit}</source>
        <translation>{value} de {target} {unit}</translation>
    </message>
    <message>
        <source>at least {words}</source>
        <translation>al menos {words}</translation>
    </message>
    <message>
        <source>Nothing recorded for this period</source>
        <translation>No consta nada de este periodo</translation>
    </message>
    <message>
        <source>{words} not counted before, of {recorded} entered</source>
        <translation>{words} sin contar antes, de {recorded} registradas</translation>
    </message>
    <message>
        <source>began at {value}</source>
        <translation>empezó en {value}</translation>
    </message>
    <message numerus="yes">
        <source>%n different organisation(s)</source>
        <translation>
            <numerusform>%n organización distinta</numerusform>
            <numerusform>%n organizaciones distintas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n por comprobar</numerusform>
            <numerusform>%n por comprobar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Add an own indicator</source>
        <translation>Añadir un indicador propio</translation>
    </message>
    <message>
        <source>Whatever else your board or region wants to see, count it here.</source>
        <translation>Cuente aquí lo demás que quieran ver su junta o su región.</translation>
    </message>
</context>
<context>
    <name>LedgerRow</name>
    <message>
        <source>Open {indicator}</source>
        <translation>Abrir {indicator}</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>This folder is not there any more. Choose another one.</source>
        <translation>Esta carpeta ya no está. Elija otra.</translation>
    </message>
    <message>
        <source>Go to {step}</source>
        <translation>Ir a {step}</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edición</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Idioma del informe</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Libro de Excel</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Con nombres</translation>
    </message>
    <message>
        <source>A pack is a folder in it. What you changed in an older one is kept.</source>
        <translation>Un paquete es una carpeta dentro de ella. Lo que usted cambió en uno anterior se conserva.</translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation>Quién lo lee</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Junta</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Funder</source>
        <translation>Financiador</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Público</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anónima</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Single files, named after the cluster</source>
        <translation>Archivos sueltos, con el nombre del clúster</translation>
    </message>
    <message>
        <source>Write only these</source>
        <translation>Escribir solo estos</translation>
    </message>
    <message>
        <source>Write only the files that are ticked</source>
        <translation>Escribir solo los archivos marcados</translation>
    </message>
    <message>
        <source>To read and print</source>
        <translation>Para leer e imprimir</translation>
    </message>
    <message>
        <source>Every table and figure, to check</source>
        <translation>Todas las tablas y cifras, para comprobar</translation>
    </message>
    <message>
        <source>Word files</source>
        <translation>Archivos de Word</translation>
    </message>
    <message>
        <source>Board paper, introduction mails, minutes, application</source>
        <translation>Documento para la junta, correos de presentación, acta, solicitud</translation>
    </message>
    <message>
        <source>Each chart for slides (PNG, SVG)</source>
        <translation>Cada gráfico para diapositivas (PNG, SVG)</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>Tablas CSV</translation>
    </message>
    <message>
        <source>For statistics programs</source>
        <translation>Para programas de estadística</translation>
    </message>
    <message>
        <source>JSON data</source>
        <translation>Datos JSON</translation>
    </message>
    <message>
        <source>All results for other programs</source>
        <translation>Todos los resultados para otros programas</translation>
    </message>
    <message>
        <source>Confidential annex for audit</source>
        <translation>Anexo confidencial para auditoría</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Choose the folder for the reports</source>
        <translation>Elegir la carpeta para los informes</translation>
    </message>
    <message>
        <source>Not in the report yet</source>
        <translation>Aún no está en el informe</translation>
    </message>
    <message>
        <source>Never together with an anonymous edition: it names every participant.</source>
        <translation>Nunca junto con una edición anónima: nombra a todos los participantes.</translation>
    </message>
    <message>
        <source>Participants, registration numbers, SME status, hours: for the auditor alone</source>
        <translation>Participantes, números de registro, condición de pyme, horas: solo para quien audita</translation>
    </message>
</context>
<context>
    <name>OutcomeStrip</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Open README</source>
        <translation>Abrir README</translation>
    </message>
    <message>
        <source>Open PDF</source>
        <translation>Abrir PDF</translation>
    </message>
    <message>
        <source>Open workbook</source>
        <translation>Abrir libro</translation>
    </message>
    <message>
        <source>Open Word files</source>
        <translation>Abrir archivos de Word</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Abrir imágenes</translation>
    </message>
    <message>
        <source>Open tables</source>
        <translation>Abrir tablas</translation>
    </message>
    <message>
        <source>Open annex</source>
        <translation>Abrir anexo</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
</context>
<context>
    <name>OwnKpiForm</name>
    <message>
        <source>Add up what each period brought</source>
        <translation>Sumar lo que aportó cada periodo</translation>
    </message>
    <message>
        <source>Take the last level reached</source>
        <translation>Tomar el último nivel alcanzado</translation>
    </message>
    <message>
        <source>Say what the indicator counts.</source>
        <translation>Indique qué cuenta el indicador.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>How periods go together</source>
        <translation>Cómo se combinan los periodos</translation>
    </message>
    <message>
        <source>People trained add up; a membership or a share is a level.</source>
        <translation>Las personas formadas se suman; un número de socios o una proporción es un nivel.</translation>
    </message>
    <message>
        <source>Save indicator</source>
        <translation>Guardar indicador</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Previous page</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Ajustar al ancho</translation>
    </message>
    <message>
        <source>The pages could not be drawn. What is recorded is unharmed.</source>
        <translation>No se han podido dibujar las páginas. Lo registrado está intacto.</translation>
    </message>
    <message>
        <source>The pages are being drawn…</source>
        <translation>Se están dibujando las páginas…</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>Vista previa del informe</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entrada</numerusform>
            <numerusform>%n entradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without evidence</source>
        <translation>
            <numerusform>%n sin prueba</numerusform>
            <numerusform>%n sin prueba</numerusform>
        </translation>
    </message>
    <message>
        <source>No entries yet. Enter a value, and say where it can be seen: a list, a signed plan, an invoice.</source>
        <translation>Todavía no hay entradas. Introduzca un valor e indique dónde se puede ver: una lista, un plan firmado, una factura.</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indicador</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organizaciones</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Evidence register</source>
        <translation>Registro de pruebas</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Enter a value</source>
        <translation>Introducir un valor</translation>
    </message>
    <message>
        <source>What the page shows</source>
        <translation>Qué muestra la página</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Texts to clear</source>
        <translation>Textos por autorizar</translation>
    </message>
    <message>
        <source>Funder figures</source>
        <translation>Indicadores del financiador</translation>
    </message>
    <message>
        <source>Keep targets, values and their evidence for your funder.</source>
        <translation>Lleve aquí objetivos, valores y sus pruebas para su financiador.</translation>
    </message>
    <message>
        <source>Decide text by text what an anonymous edition may quote.</source>
        <translation>Decida texto a texto qué puede citar una edición anónima.</translation>
    </message>
    <message>
        <source>Choose who reads it, look at its pages, and write everything for them in one go.</source>
        <translation>Elija quién lo lee, mire las páginas y escríbalo todo de una vez.</translation>
    </message>
    <message>
        <source>Who reads it proposes the edition and the chapters; you may choose others. The named edition names firms and quotes their answers. The anonymous one names no firm, shows no figure from too few of them, and leaves out what would give one away. How figures are worked out, their limits and sources are always in.

A pack is one folder with the PDF, the workbook, pictures, open data, and a README that says what each file is and who may have it. It is written whole or not at all. An older pack of the same day gives way only if nobody changed it; else the new one gets a number.

The language of the report is independent of the language of the screen. The pages at the right are those of the PDF; Page Up and Page Down turn them, + and − make them larger or smaller, 0 fits the width.

“Write only these” writes the files that are ticked: if one is open elsewhere or the disk is full, the old one stays as it was and the others are written all the same. Publish one anonymous edition per round.

The confidential annex is for whoever audits the project: participants with registration numbers and SME status, hours, evidence, consents and a list to sign. It has to be chosen each time, and it is never written together with an anonymous edition.

Funder figures: open an indicator to say where it stood, what you promised and what each period brought. An organisation that comes again under the same indicator counts once, and what looks doubtful is said beside it. Nothing recorded is not zero.</source>
        <translation>Quién lo lee propone la edición y los capítulos; puede elegir otros. La edición con nombres nombra a las empresas y cita sus respuestas. La anónima no nombra a ninguna, no muestra cifras de muy pocas y omite lo que delataría a una. Cómo se calculan las cifras, sus límites y sus fuentes figuran siempre.

Un paquete es una carpeta con el PDF, el libro de Excel, imágenes, datos abiertos y un README que dice qué es cada archivo y quién puede tenerlo. Se escribe entero o no se escribe. Un paquete anterior del mismo día solo se sustituye si nadie lo ha cambiado; si no, el nuevo recibe un número.

El idioma del informe no depende del de la pantalla. Las páginas de la derecha son las del PDF; Re Pág y Av Pág las pasan, + y − las hacen más grandes o más pequeñas, 0 las ajusta al ancho.

«Escribir solo estos» escribe los archivos marcados: si uno está abierto en otro programa o el disco está lleno, el antiguo queda como estaba y los demás se escriben igualmente. Publique una sola edición anónima por ronda.

El anexo confidencial es para quien audita el proyecto: participantes con número de registro y condición de pyme, horas, pruebas, consentimientos y una lista para firmar. Hay que elegirlo cada vez y nunca se escribe junto con una edición anónima.

Indicadores del financiador: abra un indicador para decir dónde estaba, qué prometió y qué aportó cada periodo. Una organización que se repite en el mismo indicador cuenta una vez, y lo dudoso se dice al lado. No constar no es cero.</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation>Aún sin escribir</translation>
    </message>
    <message>
        <source>Written {time}</source>
        <translation>Escrito a las {time}</translation>
    </message>
    <message>
        <source>Written on {day}</source>
        <translation>Escrito el {day}</translation>
    </message>
    <message>
        <source>No members recorded yet</source>
        <translation>Aún no hay miembros registrados</translation>
    </message>
    <message>
        <source>Who was asked and who answered stays open.</source>
        <translation>Queda abierto a quién se preguntó y quién respondió.</translation>
    </message>
    <message>
        <source>No answers taken yet</source>
        <translation>Aún no hay respuestas aceptadas</translation>
    </message>
    <message>
        <source>There will be no ranking and no diagnosis.</source>
        <translation>No habrá clasificación ni diagnóstico.</translation>
    </message>
    <message>
        <source>No partners recorded yet</source>
        <translation>Aún no hay socios registrados</translation>
    </message>
    <message>
        <source>Nothing can be said about who could supply the skills.</source>
        <translation>No se puede decir quién podría aportar las competencias.</translation>
    </message>
    <message>
        <source>No actions recorded yet</source>
        <translation>Aún no hay acciones registradas</translation>
    </message>
    <message>
        <source>The grid will be empty.</source>
        <translation>La cuadrícula estará vacía.</translation>
    </message>
    <message>
        <source>No decisions taken yet</source>
        <translation>Aún no se han tomado decisiones</translation>
    </message>
    <message>
        <source>Suggestions will stand without an answer.</source>
        <translation>Las sugerencias quedarán sin respuesta.</translation>
    </message>
    <message>
        <source>Save the table of funder figures</source>
        <translation>Guardar la tabla de indicadores</translation>
    </message>
    <message>
        <source>Table for spreadsheets</source>
        <translation>Tabla para hojas de cálculo</translation>
    </message>
    <message>
        <source>Read funder figures from a spreadsheet</source>
        <translation>Leer indicadores de una hoja de cálculo</translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <translation>Hojas de cálculo</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Parts of the page</source>
        <translation>Partes de la página</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Choose what to write first.</source>
        <translation>Elija antes qué escribir.</translation>
    </message>
    <message>
        <source>You chose to name firms before readers who usually get no names. Do so only if every firm agreed. This is not remembered.</source>
        <translation>Ha elegido nombrar a empresas ante lectores que normalmente no reciben nombres. Hágalo solo si todas las empresas están de acuerdo. Esta elección no se recuerda.</translation>
    </message>
    <message>
        <source>Write board pack</source>
        <translation>Escribir paquete para la junta</translation>
    </message>
    <message>
        <source>Write members pack</source>
        <translation>Escribir paquete para los miembros</translation>
    </message>
    <message>
        <source>Write funder pack</source>
        <translation>Escribir paquete para el financiador</translation>
    </message>
    <message>
        <source>Write public pack</source>
        <translation>Escribir paquete público</translation>
    </message>
    <message>
        <source>Folder for the reports</source>
        <translation>Carpeta para los informes</translation>
    </message>
</context>
<context>
    <name>ReportWriting</name>
    <message>
        <source>Writing reports</source>
        <translation>Escribiendo informes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Interrumpido. No se escribió nada.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>No se escribió nada.</translation>
    </message>
    <message>
        <source>Stopped. What was written before stays in {folder}.</source>
        <translation>Interrumpido. Lo escrito antes queda en {folder}.</translation>
    </message>
    <message>
        <source>{time}: only part of it was written to {folder}. What was there before is unchanged.</source>
        <translation>{time}: solo una parte se escribió en {folder}. Lo que había antes no ha cambiado.</translation>
    </message>
    <message>
        <source>Written {time} to {folder}.</source>
        <translation>Escrito a las {time} en {folder}.</translation>
    </message>
    <message>
        <source>No program opened it. It lies here: {path}</source>
        <translation>Ningún programa lo abrió. Está aquí: {path}</translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message>
        <source>May be shown</source>
        <translation>Puede mostrarse</translation>
    </message>
    <message>
        <source>Show this text in anonymous editions: {text}</source>
        <translation>Mostrar este texto en ediciones anónimas: {text}</translation>
    </message>
    <message>
        <source>Names somebody: it stays out of anonymous editions.</source>
        <translation>Nombra a alguien: queda fuera de las ediciones anónimas.</translation>
    </message>
    <message>
        <source>It was cleared once and reads otherwise now. Read it again.</source>
        <translation>Se autorizó una vez y ahora dice otra cosa. Vuelva a leerlo.</translation>
    </message>
</context>
<context>
    <name>TextsView</name>
    <message>
        <source>Anonymous editions show no remark, note or reason unless you cleared it here. Read each one: can anybody tell from it who wrote it? Words that name a member, a partner or a contact person are marked; such a text cannot be cleared.</source>
        <translation>Las ediciones anónimas no muestran ningún comentario, nota ni motivo que no haya autorizado aquí. Lea cada uno: ¿puede saberse por él quién lo escribió? Las palabras que nombran a un miembro, un socio o una persona de contacto están marcadas; un texto así no se puede autorizar.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mostrar más</translation>
    </message>
    <message>
        <source>Remark of a member</source>
        <translation>Comentario de un miembro</translation>
    </message>
    <message>
        <source>Note to “{action}”</source>
        <translation>Nota a «{action}»</translation>
    </message>
    <message>
        <source>Reason for the conclusion on “{skill}”</source>
        <translation>Motivo de la conclusión sobre «{skill}»</translation>
    </message>
    <message>
        <source>Reason for the decision on “{title}”</source>
        <translation>Motivo de la decisión sobre «{title}»</translation>
    </message>
    <message>
        <source>There are no remarks, notes or reasons in this assessment yet.</source>
        <translation>Todavía no hay comentarios, notas ni motivos en esta evaluación.</translation>
    </message>
    <message>
        <source>{cleared} of {all} may be shown.</source>
        <translation>Pueden mostrarse {cleared} de {all}.</translation>
    </message>
</context>
</TS>
