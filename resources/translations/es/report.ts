<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
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
        <source>Files of the same name are replaced.</source>
        <translation>Los archivos con el mismo nombre se sustituyen.</translation>
    </message>
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
        <source>What to write</source>
        <translation>Qué escribir</translation>
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
        <source>Anonymous</source>
        <translation>Anónima</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
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
        <source>Open PDF</source>
        <translation>Abrir PDF</translation>
    </message>
    <message>
        <source>Open workbook</source>
        <translation>Abrir libro</translation>
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
        <source>Choose what to write first.</source>
        <translation>Elija antes qué escribir.</translation>
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
        <source>Folder for the reports</source>
        <translation>Carpeta para los informes</translation>
    </message>
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
        <source>Funder figures</source>
        <translation>Indicadores del financiador</translation>
    </message>
    <message>
        <source>Keep targets, values and their evidence for your funder.</source>
        <translation>Lleve aquí objetivos, valores y sus pruebas para su financiador.</translation>
    </message>
    <message>
        <source>Choose the edition for your readers, look at its pages, and write the files.</source>
        <translation>Elija la edición para sus lectores, mire sus páginas y escriba los archivos.</translation>
    </message>
    <message>
        <source>The named edition names firms and quotes their answers: it is for the cluster team. The anonymous one names no firm, shows no figure from too few of them, and leaves out what would give one away.

The language of the report is independent of the language of the screen. The pages at the right are those of the PDF; Page Up and Page Down turn them, + and − make them larger or smaller, 0 fits the width.

Files are written whole or not at all: if one is open elsewhere or the disk is full, the old one stays as it was and the others are written all the same. Publish one anonymous edition per round.

Funder figures: open an indicator to say where it stood, what you promised and what each period brought. An organisation that comes again under the same indicator counts once, and what looks doubtful is said beside it. Nothing recorded is not zero.</source>
        <translation>La edición con nombres nombra a las empresas y cita sus respuestas: es para el equipo del clúster. La anónima no nombra a ninguna, no muestra cifras de muy pocas y omite lo que delataría a alguna.

El idioma del informe no depende del de la pantalla. Las páginas de la derecha son las del PDF; Re Pág y Av Pág las pasan, + y − las hacen más grandes o más pequeñas, 0 las ajusta al ancho.

Los archivos se escriben enteros o no se escriben: si uno está abierto en otro programa o el disco está lleno, el antiguo queda como estaba y los demás se escriben igualmente. Publique una sola edición anónima por ronda.

Indicadores del financiador: abra un indicador para decir dónde estaba, qué prometió y qué aportó cada periodo. Una organización que se repite en el mismo indicador cuenta una vez, y lo dudoso se dice al lado. No constar no es cero.</translation>
    </message>
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
        <source>Write reports</source>
        <translation>Escribir informes</translation>
    </message>
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
</TS>
