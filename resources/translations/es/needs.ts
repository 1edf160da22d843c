<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AnswerComparison</name>
    <message numerus="yes">
        <source>Beside %n earlier answer(s) of this member</source>
        <translation>
            <numerusform>Junto a la respuesta anterior de este miembro</numerusform>
            <numerusform>Junto a %n respuestas anteriores de este miembro</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing differs: both say the same.</source>
        <translation>No hay diferencias: ambas dicen lo mismo.</translation>
    </message>
    <message>
        <source>Only what differs. To replace puts the right side in place of the left.</source>
        <translation>Solo lo que difiere. Al sustituir, lo de la derecha ocupa el lugar de lo de la izquierda.</translation>
    </message>
    <message>
        <source>Counts now</source>
        <translation>Cuenta ahora</translation>
    </message>
    <message>
        <source>This answer</source>
        <translation>Esta respuesta</translation>
    </message>
    <message>
        <source>The firm as a whole</source>
        <translation>La empresa en conjunto</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Only in this answer</source>
        <translation>Solo en esta respuesta</translation>
    </message>
    <message>
        <source>Only in what counts now</source>
        <translation>Solo en lo que cuenta ahora</translation>
    </message>
</context>
<context>
    <name>AnswersSoFar</name>
    <message>
        <source>Answers so far</source>
        <translation>Respuestas hasta ahora</translation>
    </message>
    <message>
        <source>Choose a member, and its answers stand here.</source>
        <translation>Elija un miembro y sus respuestas aparecerán aquí.</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) written down</source>
        <translation>
            <numerusform>%n necesidad anotada</numerusform>
            <numerusform>%n necesidades anotadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message numerus="yes">
        <source>%n other answer(s) of this member count too</source>
        <translation>
            <numerusform>también cuenta %n respuesta más de este miembro</numerusform>
            <numerusform>también cuentan %n respuestas más de este miembro</numerusform>
        </translation>
    </message>
    <message>
        <source>General questions</source>
        <translation>Preguntas generales</translation>
    </message>
    <message>
        <source>{people} now</source>
        <translation>{people} ahora</translation>
    </message>
    <message>
        <source>{people} in 12 months</source>
        <translation>{people} en 12 meses</translation>
    </message>
    <message numerus="yes">
        <source>%n people at the site</source>
        <translation>
            <numerusform>%n persona en el centro</numerusform>
            <numerusform>%n personas en el centro</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClusterCard</name>
    <message>
        <source>Another skill (C)</source>
        <translation>Otra competencia (C)</translation>
    </message>
    <message>
        <source>Search another skill</source>
        <translation>Buscar otra competencia</translation>
    </message>
    <message>
        <source>Name of the own skill</source>
        <translation>Nombre de la competencia propia</translation>
    </message>
    <message>
        <source>Own skill (O)</source>
        <translation>Propia (O)</translation>
    </message>
    <message>
        <source>Rename (R)</source>
        <translation>Renombrar (R)</translation>
    </message>
    <message>
        <source>Split (S)</source>
        <translation>Dividir (S)</translation>
    </message>
    <message>
        <source>Set aside (X)</source>
        <translation>Apartar (X)</translation>
    </message>
    <message>
        <source>Take back (T)</source>
        <translation>Deshacer la decisión (T)</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>Empresa</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Raw answers behind it</source>
        <translation>Respuestas originales que hay detrás</translation>
    </message>
    <message>
        <source>Decided otherwise elsewhere: {skills}</source>
        <translation>Decidido de otro modo en otro lugar: {skills}</translation>
    </message>
    <message>
        <source>You decide about this text alone. Esc: about all of them.</source>
        <translation>Decide solo sobre este texto. Esc: sobre todos.</translation>
    </message>
    <message numerus="yes">
        <source>You decide about %n text(s) at once. Arrow right: pick one out.</source>
        <translation>
            <numerusform>Decide sobre %n texto. Flecha derecha: elegirlo.</numerusform>
            <numerusform>Decide sobre %n textos a la vez. Flecha derecha: elegir uno.</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge into this</source>
        <translation>Unir en esta</translation>
    </message>
    <message>
        <source>Remembered from an earlier round or another cluster</source>
        <translation>Recordada de una ronda anterior o de otro clúster</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Looking for skills…</source>
        <translation>Buscando competencias…</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Merge into another skill (C)</source>
        <translation>Unir en otra competencia (C)</translation>
    </message>
    <message>
        <source>member not known yet</source>
        <translation>miembro aún desconocido</translation>
    </message>
</context>
<context>
    <name>ClusterWords</name>
    <message>
        <source>same text</source>
        <translation>mismo texto</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>several skills</source>
        <translation>varias</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>dudoso</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nada hallado</translation>
    </message>
    <message>
        <source>remembered</source>
        <translation>recordado</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>decidido</translation>
    </message>
    <message numerus="yes">
        <source>%n firm(s)</source>
        <translation>
            <numerusform>%n empresa</numerusform>
            <numerusform>%n empresas</numerusform>
        </translation>
    </message>
    <message>
        <source>people short not known</source>
        <translation>no se sabe cuántas personas faltan</translation>
    </message>
    <message>
        <source>people short: {later} in 12 months</source>
        <translation>personas que faltarán en 12 meses: {later}</translation>
    </message>
    <message>
        <source>people short: {now} now</source>
        <translation>personas que faltan ahora: {now}</translation>
    </message>
    <message>
        <source>people short: {now} now, {later} in 12 months</source>
        <translation>personas que faltan: {now} ahora, {later} en 12 meses</translation>
    </message>
    <message>
        <source>has this name</source>
        <translation>tiene este nombre</translation>
    </message>
    <message>
        <source>has this name in another language</source>
        <translation>tiene este nombre en otro idioma</translation>
    </message>
    <message>
        <source>{share} alike</source>
        <translation>parecido del {share}</translation>
    </message>
    <message>
        <source>need {row}</source>
        <translation>fila {row}</translation>
    </message>
    <message>
        <source>unused skill</source>
        <translation>sin usar</translation>
    </message>
</context>
<context>
    <name>ColumnDetail</name>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>The skill that the header names</source>
        <translation>La competencia que nombra el encabezado</translation>
    </message>
    <message>
        <source>Belongs to the column</source>
        <translation>Pertenece a la columna</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) chosen</source>
        <translation>
            <numerusform>%n columna elegida</numerusform>
            <numerusform>%n columnas elegidas</numerusform>
        </translation>
    </message>
    <message>
        <source>{answers}, {different} different</source>
        <translation>{answers}, {different} distintas</translation>
    </message>
    <message numerus="yes">
        <source>All %n columns alike</source>
        <translation>
            <numerusform>La %n columna por igual</numerusform>
            <numerusform>Las %n columnas por igual</numerusform>
        </translation>
    </message>
    <message>
        <source>No column names what this belongs to, so it is not taken.</source>
        <translation>Ninguna columna nombra aquello a lo que pertenece; por eso no se toma.</translation>
    </message>
    <message>
        <source>Answers that count as a need</source>
        <translation>Respuestas que cuentan como necesidad</translation>
    </message>
    <message>
        <source>Answers that count as unused</source>
        <translation>Respuestas que cuentan como sin usar</translation>
    </message>
    <message>
        <source>Several skills in a cell are separated by</source>
        <translation>Varias competencias en una celda se separan con</translation>
    </message>
    <message>
        <source>Answers that are not understood by themselves</source>
        <translation>Respuestas que no se entienden por sí solas</translation>
    </message>
    <message>
        <source>Every answer is understood.</source>
        <translation>Se entienden todas las respuestas.</translation>
    </message>
    <message>
        <source>What “{answer}” means</source>
        <translation>Qué significa «{answer}»</translation>
    </message>
    <message>
        <source>a number; blank: not known</source>
        <translation>un número; vacío: no se sabe</translation>
    </message>
    <message>
        <source>keep as text, not counted</source>
        <translation>guardar como texto, sin contar</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>For example: {skills}</source>
        <translation>Por ejemplo: {skills}</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Frequent answers</source>
        <translation>Respuestas frecuentes</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Columns of the sheet</source>
        <translation>Columnas de la hoja</translation>
    </message>
    <message>
        <source>Name of the survey</source>
        <translation>Nombre de la encuesta</translation>
    </message>
    <message>
        <source>Language of the answers</source>
        <translation>Idioma de las respuestas</translation>
    </message>
    <message>
        <source>No such column.</source>
        <translation>Ninguna columna así.</translation>
    </message>
    <message>
        <source>Which columns are listed</source>
        <translation>Qué columnas se muestran</translation>
    </message>
    <message>
        <source>All: {count}</source>
        <translation>Todas: {count}</translation>
    </message>
    <message>
        <source>Taken: {count}</source>
        <translation>Se toman: {count}</translation>
    </message>
    <message>
        <source>To look at: {count}</source>
        <translation>Por revisar: {count}</translation>
    </message>
    <message>
        <source>Told by the words: {languages}</source>
        <translation>Según las palabras: {languages}</translation>
    </message>
</context>
<context>
    <name>DecisionExchange</name>
    <message numerus="yes">
        <source>%n decision(s) saved in {file}.</source>
        <translation>
            <numerusform>%n decisión guardada en {file}.</numerusform>
            <numerusform>%n decisiones guardadas en {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) taken over, marked as remembered.</source>
        <translation>
            <numerusform>%n decisión retomada y marcada como recordada.</numerusform>
            <numerusform>%n decisiones retomadas y marcadas como recordadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) are decided otherwise here; that stays.</source>
        <translation>
            <numerusform>%n texto está decidido aquí de otro modo; así se queda.</numerusform>
            <numerusform>%n textos están decididos aquí de otro modo; así se quedan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were not taken, the first:</source>
        <translation>
            <numerusform>No se tomó %n fila:</numerusform>
            <numerusform>No se tomaron %n filas; la primera:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileDetail</name>
    <message>
        <source>Whose answer is it?</source>
        <translation>¿De quién es la respuesta?</translation>
    </message>
    <message>
        <source>Type the name or the code of the member.</source>
        <translation>Escriba el nombre o el código del miembro.</translation>
    </message>
    <message>
        <source>Decide under Partners</source>
        <translation>Decidir en Socios</translation>
    </message>
    <message>
        <source>Merge into one</source>
        <translation>Combinarlas en una</translation>
    </message>
    <message>
        <source>Replace the earlier answer</source>
        <translation>Sustituir la respuesta anterior</translation>
    </message>
    <message>
        <source>Count both</source>
        <translation>Contar las dos</translation>
    </message>
    <message>
        <source>Keep it out</source>
        <translation>No contarla</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Abrir el archivo</translation>
    </message>
    <message>
        <source>Type a need</source>
        <translation>Escribir una necesidad</translation>
    </message>
    <message>
        <source>Typed in: put away</source>
        <translation>Ya está escrito: retirar</translation>
    </message>
    <message numerus="yes">
        <source>Offer form with %n offer(s)</source>
        <translation>
            <numerusform>Formulario de oferta con %n oferta</numerusform>
            <numerusform>Formulario de oferta con %n ofertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Questionnaire with %n answer(s)</source>
        <translation>
            <numerusform>Cuestionario con %n respuesta</numerusform>
            <numerusform>Cuestionario con %n respuestas</numerusform>
        </translation>
    </message>
    <message>
        <source>you decide about it under Cluster, Team</source>
        <translation>usted decide sobre él en Clúster, Equipo</translation>
    </message>
    <message>
        <source>Count it</source>
        <translation>Contarla</translation>
    </message>
    <message>
        <source>Choose the member first: type its name and pick it from the list.</source>
        <translation>Elija antes el miembro: escriba su nombre y tómelo de la lista.</translation>
    </message>
    <message>
        <source>Hide the cells</source>
        <translation>Ocultar las celdas</translation>
    </message>
    <message>
        <source>All cells as they came in</source>
        <translation>Todas las celdas tal como llegaron</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>Línea {number}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>En el archivo</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>Cuenta como</translation>
    </message>
</context>
<context>
    <name>FileView</name>
    <message>
        <source>Row {number}</source>
        <translation>Fila {number}</translation>
    </message>
    <message>
        <source>Not certain</source>
        <translation>No es seguro</translation>
    </message>
    <message>
        <source>Comma: 2,5</source>
        <translation>Coma: 2,5</translation>
    </message>
    <message>
        <source>Point: 2.5</source>
        <translation>Punto: 2.5</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Parece</translation>
    </message>
    <message>
        <source>Sheets of the file</source>
        <translation>Hojas del archivo</translation>
    </message>
    <message>
        <source>First rows of the sheet</source>
        <translation>Primeras filas de la hoja</translation>
    </message>
    <message>
        <source>First rows, as they stand in the file</source>
        <translation>Primeras filas, tal como están en el archivo</translation>
    </message>
    <message>
        <source>Headers begin in</source>
        <translation>Los encabezados empiezan en</translation>
    </message>
    <message>
        <source>Headers end in</source>
        <translation>Los encabezados terminan en</translation>
    </message>
    <message>
        <source>First answer in</source>
        <translation>Primera respuesta en</translation>
    </message>
    <message>
        <source>Letters are coded as</source>
        <translation>Codificación de las letras</translation>
    </message>
    <message>
        <source>Change it where accents look wrong.</source>
        <translation>Cámbiela si los acentos se ven mal.</translation>
    </message>
    <message>
        <source>Columns are separated by</source>
        <translation>Las columnas se separan con</translation>
    </message>
    <message>
        <source>Decimal mark of written numbers</source>
        <translation>Signo decimal de los números escritos</translation>
    </message>
</context>
<context>
    <name>ImportDesk</name>
    <message>
        <source>Looking for files…</source>
        <translation>Buscando archivos…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{done} of {total} files</source>
        <translation>{done} de {total} archivos</translation>
    </message>
    <message>
        <source>Storing the answers…</source>
        <translation>Guardando las respuestas…</translation>
    </message>
    <message>
        <source>The import was cancelled. Nothing was kept.</source>
        <translation>La importación se canceló. No se guardó nada.</translation>
    </message>
    <message>
        <source>{files}: {counted} count, {waiting} to check.</source>
        <translation>{files}: {counted} cuentan, {waiting} por comprobar.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportResults</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Qué pasó con él</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Enviado por</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Necesidades</translation>
    </message>
    <message>
        <source>Files of the last import</source>
        <translation>Archivos de la última importación</translation>
    </message>
    <message>
        <source>All: {count}</source>
        <translation>Todos: {count}</translation>
    </message>
    <message>
        <source>checked, counts</source>
        <translation>comprobado, cuenta</translation>
    </message>
    <message>
        <source>checked, kept out</source>
        <translation>comprobado, no cuenta</translation>
    </message>
    <message>
        <source>checked, merged</source>
        <translation>comprobado, combinado</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>Sent by phone, {time}</source>
        <translation>Enviado por móvil, {time}</translation>
    </message>
</context>
<context>
    <name>InterviewView</name>
    <message>
        <source>How the answers come in</source>
        <translation>Cómo llegan las respuestas</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Entrevista</translation>
    </message>
    <message>
        <source>Paper form</source>
        <translation>Formulario en papel</translation>
    </message>
    <message>
        <source>Part of the form</source>
        <translation>Parte del formulario</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Necesidades</translation>
    </message>
    <message>
        <source>General questions</source>
        <translation>Preguntas generales</translation>
    </message>
    <message>
        <source>All questions</source>
        <translation>Todas las preguntas</translation>
    </message>
    <message>
        <source>Next member</source>
        <translation>Siguiente miembro</translation>
    </message>
    <message>
        <source>Keys: Enter next question, digit or first letter chooses, Ctrl+Enter writes down, Esc goes back and keeps what is typed. Enter on an empty skill goes to the general questions.</source>
        <translation>Teclas: Intro pasa a la pregunta siguiente, una cifra o la inicial elige, Ctrl+Intro anota, Esc vuelve atrás sin borrar nada. Intro con la competencia vacía lleva a las preguntas generales.</translation>
    </message>
    <message>
        <source>Write this need down</source>
        <translation>Anotar esta necesidad</translation>
    </message>
    <message>
        <source>Write these answers down</source>
        <translation>Anotar estas respuestas</translation>
    </message>
    <message>
        <source>No member is called “{name}”. Add it in the step Members first.</source>
        <translation>Ningún miembro se llama «{name}». Añádalo antes en el paso Miembros.</translation>
    </message>
    <message>
        <source>The general answers are written down.</source>
        <translation>Las respuestas generales están anotadas.</translation>
    </message>
    <message>
        <source>“{found}” is not a whole number of people. Type one, or leave it empty.</source>
        <translation>«{found}» no es un número entero de personas. Escriba uno o déjelo vacío.</translation>
    </message>
    <message>
        <source>“{found}” is too large for a number of people. Check the number, or leave it empty.</source>
        <translation>«{found}» es demasiado grande para un número de personas. Compruebe el número o déjelo vacío.</translation>
    </message>
</context>
<context>
    <name>NeedDetail</name>
    <message>
        <source>Close details</source>
        <translation>Cerrar los detalles</translation>
    </message>
    <message>
        <source>Place this text</source>
        <translation>Asignar este texto</translation>
    </message>
    <message>
        <source>Undo placing</source>
        <translation>Deshacer la asignación</translation>
    </message>
    <message>
        <source>What the firm said</source>
        <translation>Lo que dijo la empresa</translation>
    </message>
    <message>
        <source>As it came in</source>
        <translation>Tal como llegó</translation>
    </message>
    <message>
        <source>Remove need</source>
        <translation>Quitar la necesidad</translation>
    </message>
    <message>
        <source>If nothing changes</source>
        <translation>Si nada cambia</translation>
    </message>
    <message>
        <source>Tried to hire</source>
        <translation>Intentó contratar</translation>
    </message>
    <message>
        <source>Training nearby</source>
        <translation>Formación</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>no lo dijo</translation>
    </message>
    <message>
        <source>not placed</source>
        <translation>sin asignar</translation>
    </message>
    <message>
        <source>Counted by itself until somebody says which skill it is.</source>
        <translation>Cuenta por sí solo hasta que alguien diga qué competencia es.</translation>
    </message>
    <message>
        <source>No other member named it</source>
        <translation>Ningún otro miembro la nombró</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Short today</source>
        <translation>Faltan hoy</translation>
    </message>
    <message>
        <source>Short in 12 months</source>
        <translation>Faltan en 12 meses</translation>
    </message>
    <message>
        <source>Short in three years</source>
        <translation>Faltan en tres años</translation>
    </message>
    <message>
        <source>For joint training</source>
        <translation>Para formación conjunta</translation>
    </message>
    <message>
        <source>Why hiring was hard</source>
        <translation>Por qué costó contratar</translation>
    </message>
    <message>
        <source>Nothing was kept word for word.</source>
        <translation>No se guardó nada palabra por palabra.</translation>
    </message>
</context>
<context>
    <name>NeedQuestions</name>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Type a name or code</source>
        <translation>Escriba un nombre o código</translation>
    </message>
    <message>
        <source>Keep “{text}” in the firm&apos;s own words</source>
        <translation>Dejar «{text}» con las palabras de la empresa</translation>
    </message>
    <message>
        <source>Not in the vocabulary; you can place it later</source>
        <translation>No está en el vocabulario; podrá clasificarlo después</translation>
    </message>
</context>
<context>
    <name>NeedWords</name>
    <message numerus="yes">
        <source>%n form(s)</source>
        <translation>
            <numerusform>%n formulario</numerusform>
            <numerusform>%n formularios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s)</source>
        <translation>
            <numerusform>%n necesidad</numerusform>
            <numerusform>%n necesidades</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) without a skill</source>
        <translation>
            <numerusform>%n texto sin competencia</numerusform>
            <numerusform>%n textos sin competencia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n por comprobar</numerusform>
            <numerusform>%n por comprobar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other member(s) named it</source>
        <translation>
            <numerusform>%n miembro más la nombró</numerusform>
            <numerusform>%n miembros más la nombraron</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n candidate(s)</source>
        <translation>
            <numerusform>%n propuesta</numerusform>
            <numerusform>%n propuestas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NeedsList</name>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Skill needed</source>
        <translation>Competencia que falta</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 meses</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Consecuencia</translation>
    </message>
    <message>
        <source>Hiring</source>
        <translation>Contratación</translation>
    </message>
    <message>
        <source>Training nearby</source>
        <translation>Formación</translation>
    </message>
    <message>
        <source>Needs, one row each</source>
        <translation>Necesidades, una por fila</translation>
    </message>
    <message>
        <source>not placed</source>
        <translation>sin asignar</translation>
    </message>
    <message>
        <source>Keep “{text}” in the firm&apos;s own words</source>
        <translation>Dejar «{text}» en palabras de la empresa</translation>
    </message>
    <message>
        <source>Type a member to add a need</source>
        <translation>Escriba un miembro para añadir una necesidad</translation>
    </message>
    <message>
        <source>Write this need down</source>
        <translation>Anotar esta necesidad</translation>
    </message>
    <message>
        <source>Filter by member, skill or theme</source>
        <translation>Filtrar por miembro, competencia o tema</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Ver todo</translation>
    </message>
    <message>
        <source>No need matches these filters.</source>
        <translation>Ninguna necesidad cumple estos filtros.</translation>
    </message>
    <message>
        <source>Only needs of this member</source>
        <translation>Solo necesidades de este miembro</translation>
    </message>
    <message>
        <source>Only needs of this theme</source>
        <translation>Solo necesidades de este tema</translation>
    </message>
    <message>
        <source>Only needs whose skill has this verdict</source>
        <translation>Solo necesidades cuya competencia tiene este diagnóstico</translation>
    </message>
    <message>
        <source>Not in the vocabulary; you can place it later</source>
        <translation>No está en el vocabulario; puede asignarla después</translation>
    </message>
    <message>
        <source>All members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>All themes</source>
        <translation>Temas</translation>
    </message>
    <message>
        <source>All verdicts</source>
        <translation>Diagnósticos</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>no lo dijo</translation>
    </message>
    <message>
        <source>Not placed: {count}</source>
        <translation>Sin asignar: {count}</translation>
    </message>
    <message>
        <source>{shown} of {all} needs</source>
        <translation>{shown} de {all} necesidades</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) removed. Undo brings them back.</source>
        <translation>
            <numerusform>Se quitó %n necesidad. Deshacer la recupera.</numerusform>
            <numerusform>Se quitaron %n necesidades. Deshacer las recupera.</numerusform>
        </translation>
    </message>
    <message>
        <source>No member is called “{name}”. Add it in the step Members first.</source>
        <translation>Ningún miembro se llama «{name}». Añádalo antes en el paso Miembros.</translation>
    </message>
</context>
<context>
    <name>NeedsPage</name>
    <message>
        <source>Needs: {count}</source>
        <translation>Necesidades: {count}</translation>
    </message>
    <message>
        <source>Last import: {count} to check</source>
        <translation>Última importación: {count} por comprobar</translation>
    </message>
    <message>
        <source>Last import</source>
        <translation>Última importación</translation>
    </message>
    <message>
        <source>One row per skill that a member lacks. Type and pick from the vocabulary, or keep the firm&apos;s words.</source>
        <translation>Una fila por competencia que le falta a un miembro. Escriba y elija del vocabulario, o deje las palabras de la empresa.</translation>
    </message>
    <message>
        <source>Import forms…</source>
        <translation>Importar formularios…</translation>
    </message>
    <message>
        <source>Add need</source>
        <translation>Añadir necesidad</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>Aún no hay respuestas</translation>
    </message>
    <message>
        <source>Drop the folder of returned forms on this window. Good cells are taken, doubtful ones are listed, nothing is thrown away.</source>
        <translation>Suelte en esta ventana la carpeta de formularios devueltos. Lo claro se toma, lo dudoso se señala y nada se tira.</translation>
    </message>
    <message>
        <source>Type a need by hand</source>
        <translation>Escribir una necesidad a mano</translation>
    </message>
    <message>
        <source>Parts of the step Needs</source>
        <translation>Partes del paso Necesidades</translation>
    </message>
    <message>
        <source>Forms are being read already. Drop these again when they are done.</source>
        <translation>Ya se están leyendo formularios. Suelte estos de nuevo cuando terminen.</translation>
    </message>
    <message>
        <source>{label} (there is another of this name)</source>
        <translation>{label} (hay otra con este nombre)</translation>
    </message>
    <message>
        <source>Import forms (a whole folder: File menu, or drop it on the window)</source>
        <translation>Importar formularios (una carpeta entera: menú Archivo, o arrástrela a la ventana)</translation>
    </message>
    <message>
        <source>Forms, scans and photos</source>
        <translation>Formularios, escaneos y fotos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Load ESCO packages</source>
        <translation>Cargar paquetes de ESCO</translation>
    </message>
    <message>
        <source>ESCO packages</source>
        <translation>Paquetes de ESCO</translation>
    </message>
    <message>
        <source>Answers from another survey tool</source>
        <translation>Respuestas de otra herramienta de encuestas</translation>
    </message>
    <message>
        <source>Spreadsheets and text files</source>
        <translation>Hojas de cálculo y archivos de texto</translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation>Guardar la asignación</translation>
    </message>
    <message>
        <source>Mappings (*.toml)</source>
        <translation>Asignaciones (*.toml)</translation>
    </message>
    <message>
        <source>Save the questionnaire</source>
        <translation>Guardar el cuestionario</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondió</translation>
    </message>
    <message>
        <source>has not answered yet</source>
        <translation>aún no ha respondido</translation>
    </message>
    <message>
        <source>“{found}” is too large for a number of people. The figure stays as it was.</source>
        <translation>«{found}» es demasiado grande para un número de personas. La cifra queda como estaba.</translation>
    </message>
    <message>
        <source>“{found}” is not a whole number of people. The figure stays as it was.</source>
        <translation>«{found}» no es un número entero de personas. La cifra queda como estaba.</translation>
    </message>
    <message>
        <source>A need without words says nothing. It stays as it was.</source>
        <translation>Una necesidad sin palabras no dice nada. Queda como estaba.</translation>
    </message>
    <message>
        <source>No program of this computer opens {name}.</source>
        <translation>Ningún programa de este equipo abre {name}.</translation>
    </message>
    <message>
        <source>Texts to decide: {count}</source>
        <translation>Textos por decidir: {count}</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Entrevista</translation>
    </message>
    <message>
        <source>Here the answers of the members come together, one row per skill that a firm lacks.

Receiving: drop a folder or files of returned forms on the window, or choose Import forms. While files are read you can go on working or cancel; cancelling keeps nothing. Afterwards the tab Last import lists every file: taken, taken in part, to check, kept to be typed in, not readable, already there. What is to check counts once you have said whose answer it is.

Typing: in the last row type a member, then the skill, then the figures, with Enter from field to field. Ctrl+Enter writes the need down at once, Esc begins anew. Cells of the table are edited by typing or with F2; Shift+Space and Delete removes a whole row. Enter on a member shows everything about a need, also what came in word for word. In the tab Interview one question follows the other, as fast as somebody talks: digits or first letters choose, Ctrl+Enter writes a need down. Paper forms are typed in the same way.

Deciding about texts: what firms wrote counts from the first moment. In the tab Texts to decide, texts that may mean the same skill stand together, in whatever language. Enter or 1 to 5 accepts a skill for all of them, C searches another, O makes a skill of your own with the name beside, S splits a text that names several skills, X sets aside what names none, A accepts all that equal a name. Arrow right picks one text out, Shift+arrows choose several rows to be decided about as one. Every decision can be undone, and the firm&apos;s words are never changed.</source>
        <translation>Aquí se reúnen las respuestas de los miembros, una fila por competencia que le falta a una empresa.

Recibir: suelte en la ventana una carpeta o archivos de formularios devueltos, o elija Importar formularios. Mientras se leen puede seguir trabajando o cancelar; si cancela, no se guarda nada. Después, la pestaña Última importación enumera todos los archivos: aceptado, aceptado en parte, por comprobar, guardado para teclear, ilegible, ya estaba. Lo que hay que comprobar cuenta en cuanto usted dice de quién es la respuesta.

Escribir: en la última fila escriba un miembro, luego la competencia y las cifras, con Intro de campo en campo. Ctrl+Intro anota la necesidad en el acto, Esc empieza de nuevo. Las celdas de la tabla se editan escribiendo o con F2; Mayús+Espacio y Supr quita una fila entera. Intro sobre un miembro muestra todo lo que se sabe de una necesidad, también lo que llegó palabra por palabra. En la pestaña Entrevista una pregunta sigue a otra, tan deprisa como alguien habla: cifras o iniciales eligen, Ctrl+Intro anota una necesidad. Los formularios en papel se teclean igual.

Decidir sobre los textos: lo que escribieron las empresas cuenta desde el primer momento. En la pestaña Textos por decidir están juntos los textos que pueden significar la misma competencia, en cualquier idioma. Intro o 1 a 5 acepta una competencia para todos ellos, C busca otra, O crea una competencia propia con el nombre de al lado, S divide un texto que nombra varias, X aparta lo que no nombra ninguna, A acepta todos los que son iguales a un nombre. La flecha derecha elige un solo texto; Mayús+flechas elige varias filas para decidirlas como una. Toda decisión se puede deshacer y las palabras de la empresa no se cambian nunca.</translation>
    </message>
    <message>
        <source>Take decisions over</source>
        <translation>Retomar decisiones</translation>
    </message>
    <message>
        <source>Tables of decisions, earlier rounds</source>
        <translation>Tablas de decisiones, rondas anteriores</translation>
    </message>
    <message>
        <source>Save decisions as table</source>
        <translation>Guardar las decisiones como tabla</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>“{text}” was placed in {skills} before and stays there. Change that under Texts.</source>
        <translation>«{text}» ya estaba asignado a {skills} y ahí se queda. Puede cambiarlo en Textos.</translation>
    </message>
</context>
<context>
    <name>PlacingDecisions</name>
    <message>
        <source>Nothing is close to it. O keeps the firm’s words, 1 to 5 takes a skill all the same.</source>
        <translation>Nada se le acerca. O conserva las palabras de la empresa; de 1 a 5 toma una competencia de todos modos.</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) placed.</source>
        <translation>
            <numerusform>%n texto asignado.</numerusform>
            <numerusform>%n textos asignados.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlacingFilters</name>
    <message>
        <source>remembered</source>
        <translation>recordado</translation>
    </message>
    <message>
        <source>decided otherwise elsewhere</source>
        <translation>decidido de otro modo en otro lugar</translation>
    </message>
    <message>
        <source>However sure</source>
        <translation>Toda certeza</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Todo idioma</translation>
    </message>
    <message>
        <source>To decide: {count}</source>
        <translation>Por decidir: {count}</translation>
    </message>
    <message>
        <source>Decided: {count}</source>
        <translation>Decididos: {count}</translation>
    </message>
    <message>
        <source>Set aside: {count}</source>
        <translation>Apartados: {count}</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n equal text(s) (A)</source>
        <translation>
            <numerusform>Aceptar %n texto igual (A)</numerusform>
            <numerusform>Aceptar %n textos iguales (A)</numerusform>
        </translation>
    </message>
    <message>
        <source>Only texts as sure as this</source>
        <translation>Solo textos con esta certeza</translation>
    </message>
    <message>
        <source>Only texts of this language</source>
        <translation>Solo textos en este idioma</translation>
    </message>
</context>
<context>
    <name>PlacingFoot</name>
    <message>
        <source>Keys: Enter or 1 to 5 accept, C another skill, O own skill, S split, X set aside</source>
        <translation>Teclas: Intro o 1 a 5 aceptan, C otra competencia, O propia, S dividir, X apartar</translation>
    </message>
    <message>
        <source>Keys: Shift+arrows choose several to merge, C merge or change, R rename, T take back</source>
        <translation>Teclas: Mayús+flechas eligen varias para unir, C unir o cambiar, R renombrar, T deshacer</translation>
    </message>
    <message>
        <source>Keys: T take back</source>
        <translation>Teclas: T deshacer la decisión</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n decision(s) of the previous round</source>
        <translation>
            <numerusform>Retomar %n decisión de la ronda anterior</numerusform>
            <numerusform>Retomar %n decisiones de la ronda anterior</numerusform>
        </translation>
    </message>
    <message>
        <source>Vocabulary…</source>
        <translation>Vocabulario…</translation>
    </message>
    <message>
        <source>Save decisions as table…</source>
        <translation>Guardar las decisiones como tabla…</translation>
    </message>
    <message>
        <source>Take decisions over…</source>
        <translation>Retomar decisiones…</translation>
    </message>
    <message>
        <source>Only the starter list is loaded. For many more skills download ESCO (CSV, one package per language) from esco.ec.europa.eu and load it under Vocabulary, once per computer.</source>
        <translation>Solo está cargada la lista inicial. Para muchas más competencias, descargue ESCO (CSV, un paquete por idioma) de esco.ec.europa.eu y cárguelo en Vocabulario, una vez por ordenador.</translation>
    </message>
</context>
<context>
    <name>PlacingView</name>
    <message>
        <source>As firms wrote it</source>
        <translation>Como lo escribieron las empresas</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Competencia</translation>
    </message>
    <message>
        <source>Firms</source>
        <translation>Empresas</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 meses</translation>
    </message>
    <message>
        <source>Texts of the firms, by skill</source>
        <translation>Textos de las empresas, por competencia</translation>
    </message>
    <message>
        <source>No text matches these filters.</source>
        <translation>Ningún texto cumple estos filtros.</translation>
    </message>
    <message>
        <source>Every text is decided. Under “Decided” you can look at each decision and take it back.</source>
        <translation>Todos los textos están decididos. En «Decididos» puede ver cada decisión y deshacerla.</translation>
    </message>
    <message>
        <source>Nothing is decided yet.</source>
        <translation>Aún no hay nada decidido.</translation>
    </message>
    <message>
        <source>No text is set aside.</source>
        <translation>No hay ningún texto apartado.</translation>
    </message>
</context>
<context>
    <name>QuestionnaireDialog</name>
    <message>
        <source>Questionnaire for another survey tool</source>
        <translation>Cuestionario para otra herramienta de encuestas</translation>
    </message>
    <message>
        <source>The questions of our form, in your survey tool</source>
        <translation>Las preguntas de nuestro formulario, en su herramienta de encuestas</translation>
    </message>
    <message>
        <source>For clusters that send online surveys. The codes of the questions are known here: when the answers come back, import them with Other survey tools and every column is recognised.</source>
        <translation>Para clústeres que envían encuestas en línea. Aquí se conocen los códigos de las preguntas: cuando vuelvan las respuestas, impórtelas con Otras herramientas y se reconocerán todas las columnas.</translation>
    </message>
    <message>
        <source>Which tool</source>
        <translation>Qué herramienta</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save questionnaire…</source>
        <translation>Guardar cuestionario…</translation>
    </message>
    <message>
        <source>In LimeSurvey: Create survey, Import, and choose the file (.txt).</source>
        <translation>En LimeSurvey: Crear encuesta, Importar, y elija el archivo (.txt).</translation>
    </message>
    <message>
        <source>In Kobo: New, Upload an XLSForm, and choose the file (.xlsx).</source>
        <translation>En Kobo: Nuevo, Subir un XLSForm, y elija el archivo (.xlsx).</translation>
    </message>
    <message>
        <source>Choose at least one language.</source>
        <translation>Elija al menos un idioma.</translation>
    </message>
    <message>
        <source>questionnaire</source>
        <translation>cuestionario</translation>
    </message>
    <message>
        <source>Survey structure (*.txt)</source>
        <translation>Estructura de encuesta (*.txt)</translation>
    </message>
    <message>
        <source>XLSForm (*.xlsx)</source>
        <translation>XLSForm (*.xlsx)</translation>
    </message>
    <message>
        <source>The questionnaire is in {file}.</source>
        <translation>El cuestionario está en {file}.</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>No column says yet which skills are needed. Choose one in the columns.</source>
        <translation>Ninguna columna dice aún qué competencias faltan. Elija una en las columnas.</translation>
    </message>
    <message>
        <source>Every answer of this file is in the assessment already.</source>
        <translation>Todas las respuestas de este archivo ya están en la evaluación.</translation>
    </message>
    <message>
        <source>There is no answer below the headers.</source>
        <translation>No hay ninguna respuesta bajo los encabezados.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n answers are shown; all are taken.</source>
        <translation>
            <numerusform>Se muestra la primera respuesta; se toman todas.</numerusform>
            <numerusform>Se muestran las primeras %n respuestas; se toman todas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>Quién respondió</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Necesidades</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Answers as they would be taken</source>
        <translation>Respuestas tal como se tomarían</translation>
    </message>
    <message>
        <source>Unused: {skill}</source>
        <translation>Sin usar: {skill}</translation>
    </message>
    <message>
        <source>Names no skill; counts as having answered.</source>
        <translation>No nombra ninguna competencia; cuenta como respondida.</translation>
    </message>
    <message>
        <source>today: {count}</source>
        <translation>hoy: {count}</translation>
    </message>
    <message>
        <source>in 12 months: {count}</source>
        <translation>en 12 meses: {count}</translation>
    </message>
    <message>
        <source>in three years: {count}</source>
        <translation>en tres años: {count}</translation>
    </message>
</context>
<context>
    <name>SplitPanel</name>
    <message>
        <source>It names several skills</source>
        <translation>Nombra varias competencias</translation>
    </message>
    <message>
        <source>Split into these (Enter)</source>
        <translation>Dividir así (Intro)</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Añadir una parte</translation>
    </message>
    <message>
        <source>Leave it whole (Esc)</source>
        <translation>Dejarlo entero (Esc)</translation>
    </message>
    <message>
        <source>Words of part {number}</source>
        <translation>Palabras de la parte {number}</translation>
    </message>
    <message>
        <source>Skill of part {number}</source>
        <translation>Competencia de la parte {number}</translation>
    </message>
    <message>
        <source>Own skill “{text}”</source>
        <translation>Competencia propia «{text}»</translation>
    </message>
    <message>
        <source>Not in the vocabulary</source>
        <translation>No está en el vocabulario</translation>
    </message>
</context>
<context>
    <name>SurveyAssistant</name>
    <message>
        <source>There is no sheet in this file.</source>
        <translation>No hay ninguna hoja en este archivo.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n sheets looks like answers, one row per respondent: they hold statistics or text. Choose a sheet to look at it all the same.</source>
        <translation>
            <numerusform>La %n hoja no parece de respuestas, una fila por persona: contiene estadísticas o texto. Elíjala para verla de todos modos.</numerusform>
            <numerusform>Ninguna de las %n hojas parece de respuestas, una fila por persona: contienen estadísticas o texto. Elija una hoja para verla de todos modos.</numerusform>
        </translation>
    </message>
    <message>
        <source>No column was recognised as naming skills. Say in Columns which one does.</source>
        <translation>No se ha reconocido ninguna columna que nombre competencias. Indique en Columnas cuál lo hace.</translation>
    </message>
    <message>
        <source>These headers came in before: what was chosen then is chosen again.</source>
        <translation>Estos encabezados ya llegaron antes: se elige de nuevo lo que se eligió entonces.</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) to look at: what they mean is a guess.</source>
        <translation>
            <numerusform>%n columna por revisar: su significado es una suposición.</numerusform>
            <numerusform>%n columnas por revisar: su significado es una suposición.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every column that is taken was recognised. Look it over and import.</source>
        <translation>Se han reconocido todas las columnas que se toman. Revíselas e importe.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Taking the answers…</source>
        <translation>Tomando las respuestas…</translation>
    </message>
    <message numerus="yes">
        <source>Import %n answer(s)</source>
        <translation>
            <numerusform>Importar %n respuesta</numerusform>
            <numerusform>Importar %n respuestas</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Nothing to take yet</source>
        <translation>Todavía no hay nada que tomar</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message numerus="yes">
        <source>%n in the assessment already</source>
        <translation>
            <numerusform>%n ya está en la evaluación</numerusform>
            <numerusform>%n ya están en la evaluación</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing says who answered: every row counts as a respondent of its own, without a name.</source>
        <translation>Nada dice quién respondió: cada fila cuenta como una persona distinta, sin nombre.</translation>
    </message>
    <message numerus="yes">
        <source>%n respondent(s) become new members</source>
        <translation>
            <numerusform>%n pasa a ser miembro nuevo</numerusform>
            <numerusform>%n pasan a ser miembros nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) wait until somebody says whose they are.</source>
        <translation>
            <numerusform>%n respuesta espera a que alguien diga de quién es.</numerusform>
            <numerusform>%n respuestas esperan a que alguien diga de quién son.</numerusform>
        </translation>
    </message>
    <message>
        <source>The mapping is in {file}. The command line takes it with --mapping.</source>
        <translation>La asignación está en {file}. La línea de órdenes la toma con --mapping.</translation>
    </message>
    <message>
        <source>Answers from another survey tool</source>
        <translation>Respuestas de otra herramienta de encuestas</translation>
    </message>
    <message>
        <source>Which column means what?</source>
        <translation>¿Qué significa cada columna?</translation>
    </message>
    <message>
        <source>Parts of the assistant</source>
        <translation>Partes del asistente</translation>
    </message>
    <message>
        <source>Sheet and rows</source>
        <translation>Hoja y filas</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Save mapping…</source>
        <translation>Guardar asignación…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The file is being read. Nothing is changed before you import.</source>
        <translation>Se está leyendo el archivo. Nada cambia antes de importar.</translation>
    </message>
</context>
<context>
    <name>SurveyImports</name>
    <message>
        <source>Other survey tools</source>
        <translation>Otras herramientas</translation>
    </message>
    <message>
        <source>Import answers from another tool…</source>
        <translation>Importar respuestas de otra herramienta…</translation>
    </message>
    <message>
        <source>Questionnaire for LimeSurvey or Kobo…</source>
        <translation>Cuestionario para LimeSurvey o Kobo…</translation>
    </message>
    <message>
        <source>From another survey tool…</source>
        <translation>De otra herramienta de encuestas…</translation>
    </message>
    <message>
        <source>Say what its columns mean…</source>
        <translation>Decir qué significan sus columnas…</translation>
    </message>
    <message>
        <source>Close this offer</source>
        <translation>Cerrar este aviso</translation>
    </message>
    <message>
        <source>Every answer of this file is in the assessment already.</source>
        <translation>Todas las respuestas de este archivo ya están en la evaluación.</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) taken</source>
        <translation>
            <numerusform>%n respuesta tomada</numerusform>
            <numerusform>%n respuestas tomadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s)</source>
        <translation>
            <numerusform>%n necesidad</numerusform>
            <numerusform>%n necesidades</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>{count} por revisar</translation>
    </message>
    <message>
        <source>“{name}” is a table, but not our form. Are these answers from another survey tool?</source>
        <translation>«{name}» es una tabla, pero no nuestro formulario. ¿Son respuestas de otra herramienta de encuestas?</translation>
    </message>
</context>
<context>
    <name>SurveyWords</name>
    <message>
        <source>Left aside</source>
        <translation>Se deja aparte</translation>
    </message>
    <message>
        <source>Skills needed</source>
        <translation>Competencias que faltan</translation>
    </message>
    <message>
        <source>One skill: needed or not</source>
        <translation>Una competencia: falta o no</translation>
    </message>
    <message>
        <source>Name of the organisation</source>
        <translation>Nombre de la organización</translation>
    </message>
    <message>
        <source>Member code</source>
        <translation>Código de miembro</translation>
    </message>
    <message>
        <source>Number of the answer</source>
        <translation>Número de la respuesta</translation>
    </message>
    <message>
        <source>When it was answered</source>
        <translation>Cuándo se respondió</translation>
    </message>
    <message>
        <source>Language of the answer</source>
        <translation>Idioma de la respuesta</translation>
    </message>
    <message>
        <source>People short today</source>
        <translation>Personas que faltan hoy</translation>
    </message>
    <message>
        <source>People short in 12 months</source>
        <translation>Personas que faltarán en 12 meses</translation>
    </message>
    <message>
        <source>People short in three years</source>
        <translation>Personas que faltarán en tres años</translation>
    </message>
    <message>
        <source>For which job</source>
        <translation>Para qué puesto</translation>
    </message>
    <message>
        <source>Level of the skill</source>
        <translation>Nivel de la competencia</translation>
    </message>
    <message>
        <source>What happens without it</source>
        <translation>Qué pasa sin ella</translation>
    </message>
    <message>
        <source>Tried to hire</source>
        <translation>Intentó contratar</translation>
    </message>
    <message>
        <source>Why hiring was hard</source>
        <translation>Por qué costó contratar</translation>
    </message>
    <message>
        <source>Training nearby</source>
        <translation>Formación cercana</translation>
    </message>
    <message>
        <source>People for joint training</source>
        <translation>Personas para formación conjunta</translation>
    </message>
    <message>
        <source>Skills unused</source>
        <translation>Competencias sin usar</translation>
    </message>
    <message>
        <source>One skill: unused or not</source>
        <translation>Una competencia: sin usar o no</translation>
    </message>
    <message>
        <source>People with an unused skill</source>
        <translation>Personas con competencia sin usar</translation>
    </message>
    <message>
        <source>Role of the respondent</source>
        <translation>Función de quien responde</translation>
    </message>
    <message>
        <source>People at the site</source>
        <translation>Personas en el centro</translation>
    </message>
    <message>
        <source>Paid for training</source>
        <translation>Pagó formación</translation>
    </message>
    <message>
        <source>Barrier to training</source>
        <translation>Obstáculo a la formación</translation>
    </message>
    <message>
        <source>May be contacted</source>
        <translation>Se puede contactar</translation>
    </message>
    <message>
        <source>May be named</source>
        <translation>Se puede nombrar</translation>
    </message>
    <message>
        <source>Offers: interns</source>
        <translation>Ofrece: prácticas</translation>
    </message>
    <message>
        <source>Offers: a trainer</source>
        <translation>Ofrece: formador</translation>
    </message>
    <message>
        <source>Offers: open courses</source>
        <translation>Ofrece: cursos abiertos</translation>
    </message>
    <message>
        <source>Partner: name</source>
        <translation>Socio: nombre</translation>
    </message>
    <message>
        <source>Partner: what it is</source>
        <translation>Socio: qué es</translation>
    </message>
    <message>
        <source>Partner: what is done together</source>
        <translation>Socio: qué se hace juntos</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Observaciones</translation>
    </message>
    <message>
        <source>may hold answers</source>
        <translation>puede tener respuestas</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>estadísticas</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacía</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>Este archivo</translation>
    </message>
    <message>
        <source>“{name}” holds statistics: totals and shares of many respondents. What can be taken are answers, one row per respondent.</source>
        <translation>«{name}» contiene estadísticas: totales y porcentajes de muchas personas. Lo que se puede tomar son respuestas, una fila por cada una.</translation>
    </message>
    <message>
        <source>“{name}” holds text or a list of contents, no answers with one row per respondent.</source>
        <translation>«{name}» contiene texto o un índice, no respuestas con una fila por persona.</translation>
    </message>
    <message>
        <source>“{name}” is empty.</source>
        <translation>«{name}» está vacía.</translation>
    </message>
    <message>
        <source>Line break</source>
        <translation>Salto de línea</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Punto y coma</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Coma</translation>
    </message>
    <message>
        <source>Slash</source>
        <translation>Barra</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>Barra vertical</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulador</translation>
    </message>
    <message>
        <source>Windows, Western Europe</source>
        <translation>Windows, Europa occidental</translation>
    </message>
    <message>
        <source>Windows, Central Europe</source>
        <translation>Windows, Europa central</translation>
    </message>
    <message>
        <source>Mac</source>
        <translation>Mac</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n respuesta</numerusform>
            <numerusform>%n respuestas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s)</source>
        <translation>
            <numerusform>%n necesidad</numerusform>
            <numerusform>%n necesidades</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) to look at</source>
        <translation>
            <numerusform>%n celda por revisar</numerusform>
            <numerusform>%n celdas por revisar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularyDesk</name>
    <message>
        <source>ESCO is being loaded. You can go on working meanwhile.</source>
        <translation>ESCO se está cargando. Mientras tanto puede seguir trabajando.</translation>
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
        <source>This package has no table of skills. Load the classification in a language too.</source>
        <translation>Este paquete no trae la tabla de competencias. Cargue también la clasificación en un idioma.</translation>
    </message>
    <message numerus="yes">
        <source>ESCO is loaded: %n skill(s).</source>
        <translation>
            <numerusform>ESCO está cargado: %n competencia.</numerusform>
            <numerusform>ESCO está cargado: %n competencias.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) of this file are not in it any more and keep their needs: {names}.</source>
        <translation>
            <numerusform>%n competencia de este archivo ya no figura en él y conserva sus necesidades: {names}.</numerusform>
            <numerusform>%n competencias de este archivo ya no figuran en él y conservan sus necesidades: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularyDialog</name>
    <message>
        <source>Vocabulary of skills</source>
        <translation>Vocabulario de competencias</translation>
    </message>
    <message>
        <source>What firms write is looked up in these names. It is kept on this computer, once for all assessments; an assessment holds copies of the skills that it uses. Packages of ESCO come from esco.ec.europa.eu, one per language; a newer version replaces the older one of its language.</source>
        <translation>Lo que escriben las empresas se busca en estos nombres. Se guardan en este ordenador, una vez para todas las evaluaciones; cada evaluación guarda copias de las competencias que usa. Los paquetes de ESCO se descargan de esco.ec.europa.eu, uno por idioma; una versión más nueva sustituye a la anterior de su idioma.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Competencias</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Significado</translation>
    </message>
    <message>
        <source>What is loaded</source>
        <translation>Qué está cargado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Load ESCO…</source>
        <translation>Cargar ESCO…</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>no instalado</translation>
    </message>
    <message>
        <source>by spelling alone</source>
        <translation>solo por la grafía</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>listo</translation>
    </message>
    <message>
        <source>{ready} of {skills}</source>
        <translation>{ready} de {skills}</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>no consta</translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) of this assessment are in no loaded version of ESCO any more. Their needs stay where they are: {names}.</source>
        <translation>
            <numerusform>%n competencia de esta evaluación ya no figura en ninguna versión cargada de ESCO. Sus necesidades siguen donde están: {names}.</numerusform>
            <numerusform>%n competencias de esta evaluación ya no figuran en ninguna versión cargada de ESCO. Sus necesidades siguen donde están: {names}.</numerusform>
        </translation>
    </message>
</context>
</TS>
