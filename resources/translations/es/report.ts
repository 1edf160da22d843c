<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
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
        <source>Choose the edition for your readers, look at its pages, and write the files.</source>
        <translation>Elija la edición para sus lectores, mire sus páginas y escriba los archivos.</translation>
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
        <source>The named edition names firms and quotes their answers: it is for the cluster team. The anonymous one names no firm, shows no figure from too few of them, and leaves out what would give one away.

The language of the report is independent of the language of the screen. The pages at the right are those of the PDF; Page Up and Page Down turn them, + and − make them larger or smaller, 0 fits the width.

Files are written whole or not at all: if one is open elsewhere or the disk is full, the old one stays as it was and the others are written all the same. Publish one anonymous edition per round.</source>
        <translation>La edición con nombres nombra a las empresas y cita sus respuestas: es para el equipo del clúster. La anónima no nombra a ninguna, no muestra cifras de muy pocas y omite lo que delataría a alguna.

El idioma del informe no depende del de la pantalla. Las páginas de la derecha son las del PDF; Re Pág y Av Pág las pasan, + y − las hacen más grandes o más pequeñas, 0 las ajusta al ancho.

Los archivos se escriben enteros o no se escriben: si uno está abierto en otro programa o el disco está lleno, el antiguo queda como estaba y los demás se escriben igualmente. Publique una sola edición anónima por ronda.</translation>
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
</context>
</TS>
