<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About fastmap</source>
        <translation>Acerca de fastmap</translation>
    </message>
    <message>
        <source>Maps the skills needs of a cluster&apos;s members, offline, on one&apos;s own computer.</source>
        <translation>Recoge las necesidades de competencias de los miembros de un clúster, sin conexión y en el propio ordenador.</translation>
    </message>
    <message>
        <source>Free software under the EUPL 1.2. Letters: Inter (SIL OFL). Icons: Phosphor (MIT).</source>
        <translation>Software libre con licencia EUPL 1.2. Letra: Inter (SIL OFL). Iconos: Phosphor (MIT).</translation>
    </message>
    <message>
        <source>Window: Qt {qt} (LGPL 3). Reports: Typst (Apache 2.0). Regions: NUTS of Eurostat. Python {python}.</source>
        <translation>Ventana: Qt {qt} (LGPL 3). Informes: Typst (Apache 2.0). Regiones: NUTS de Eurostat. Python {python}.</translation>
    </message>
</context>
<context>
    <name>AgendaPane</name>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>decidido</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>notas</translation>
    </message>
    <message>
        <source>Time is up</source>
        <translation>Se acabó el tiempo</translation>
    </message>
    <message>
        <source>{minutes} minutes in all. Begun now, it would end at {time}.</source>
        <translation>{minutes} minutos en total. Si empezara ahora, terminaría a las {time}.</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Orden del día</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>On the wall</source>
        <translation>En la pantalla</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Anotado</translation>
    </message>
    <message>
        <source>Add an item…</source>
        <translation>Añadir un punto…</translation>
    </message>
    <message>
        <source>Move the item up</source>
        <translation>Subir el punto</translation>
    </message>
    <message>
        <source>Move the item down</source>
        <translation>Bajar el punto</translation>
    </message>
    <message>
        <source>Remove the item and what was noted about it</source>
        <translation>Quitar el punto y lo que se anotó sobre él</translation>
    </message>
    <message>
        <source>Begin this item</source>
        <translation>Empezar este punto</translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation>Parar el reloj</translation>
    </message>
    <message>
        <source>Sound when time is up</source>
        <translation>Sonido al acabarse el tiempo</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Lo que se dijo</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Lo que se decidió</translation>
    </message>
    <message>
        <source>One decision per line; who and by when belong to it.</source>
        <translation>Una decisión por línea, con quién y para cuándo.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Open an assessment</source>
        <translation>Abrir una evaluación</translation>
    </message>
    <message>
        <source>Assessments (*.fastmap)</source>
        <translation>Evaluaciones (*.fastmap)</translation>
    </message>
    <message>
        <source>Open a copy under a password</source>
        <translation>Abrir una copia con contraseña</translation>
    </message>
    <message>
        <source>Copies under a password (*.age)</source>
        <translation>Copias con contraseña (*.age)</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Where the opened file goes</source>
        <translation>Dónde va el archivo abierto</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>What is open here is backed up as it was saved last, not the file that may lie in its place now.</source>
        <translation>Se ha guardado una copia de seguridad de lo que está abierto aquí, tal como se guardó por última vez; no del archivo que quizá esté ahora en su lugar.</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Where should the restored file go?</source>
        <translation>¿Dónde debe ir el archivo recuperado?</translation>
    </message>
    <message>
        <source>The backup was written to {file}. The present file is as it was.</source>
        <translation>La copia se escribió en {file}. El archivo actual sigue como estaba.</translation>
    </message>
    <message>
        <source>The backup was written to {file}, in {folder}.</source>
        <translation>La copia se escribió en {file}, en {folder}.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Earlier states of this file</source>
        <translation>Estados anteriores de este archivo</translation>
    </message>
    <message>
        <source>Earlier states of files of this computer</source>
        <translation>Estados anteriores de archivos de este equipo</translation>
    </message>
    <message>
        <source>Backups are made at opening, before every import and merge, and before an older file is brought up to date, and kept on this computer: the newest ones, then one an hour, a day, a week. A restored backup becomes a new file; nothing is overwritten.</source>
        <translation>Las copias se hacen al abrir, antes de cada importación y fusión y antes de poner al día un archivo antiguo, y se guardan en este equipo: las más recientes y luego una por hora, por día y por semana. Una copia recuperada se convierte en un archivo nuevo; no se sobrescribe nada.</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>Copias, las más recientes primero</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Cluster and round</source>
        <translation>Clúster y ronda</translation>
    </message>
    <message>
        <source>Beside the file now</source>
        <translation>Frente al archivo actual</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Contiene</translation>
    </message>
    <message>
        <source>Last change in it</source>
        <translation>Último cambio en ella</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Reading the backups…</source>
        <translation>Leyendo las copias…</translation>
    </message>
    <message>
        <source>Open the restored file</source>
        <translation>Abrir el archivo recuperado</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Restore elsewhere…</source>
        <translation>Recuperar en otro lugar…</translation>
    </message>
    <message>
        <source>Restore to a new file</source>
        <translation>Recuperar en un archivo nuevo</translation>
    </message>
    <message>
        <source>{differs} · Last change in it: {last}</source>
        <translation>{differs} · Último cambio en ella: {last}</translation>
    </message>
</context>
<context>
    <name>BallotForm</name>
    <message>
        <source>There is nothing of this kind to vote on yet.</source>
        <translation>Todavía no hay nada de este tipo que votar.</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s). More than {most} are hard to read on a wall and a phone.</source>
        <translation>
            <numerusform>%n opción. Más de {most} se leen mal en la pantalla y en el móvil.</numerusform>
            <numerusform>%n opciones. Más de {most} se leen mal en la pantalla y en el móvil.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n option(s)</source>
        <translation>
            <numerusform>%n opción</numerusform>
            <numerusform>%n opciones</numerusform>
        </translation>
    </message>
    <message>
        <source>New vote</source>
        <translation>Nueva votación</translation>
    </message>
    <message>
        <source>People vote on</source>
        <translation>Se vota sobre</translation>
    </message>
    <message>
        <source>Dots for each person</source>
        <translation>Puntos por persona</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>Show the dots on the wall while people vote (they then follow the first)</source>
        <translation>Mostrar los puntos en la pantalla mientras se vota (entonces la gente sigue a los primeros)</translation>
    </message>
    <message>
        <source>Open the vote</source>
        <translation>Abrir la votación</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>BallotView</name>
    <message>
        <source>Close the vote</source>
        <translation>Cerrar la votación</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Volver a abrirla</translation>
    </message>
    <message numerus="yes">
        <source>%n dot(s)</source>
        <translation>
            <numerusform>%n punto</numerusform>
            <numerusform>%n puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody counted the people</source>
        <translation>nadie contó a las personas</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) voted</source>
        <translation>
            <numerusform>votó %n persona</numerusform>
            <numerusform>votaron %n personas</numerusform>
        </translation>
    </message>
    <message>
        <source>{dots}, {people}.</source>
        <translation>{dots}, {people}.</translation>
    </message>
    <message>
        <source>The dots are hidden until the vote is closed.</source>
        <translation>Los puntos quedan ocultos hasta que se cierre la votación.</translation>
    </message>
    <message>
        <source>The survey does not rank these options.</source>
        <translation>La encuesta no ordena estas opciones.</translation>
    </message>
    <message numerus="yes">
        <source>Room and survey disagree on %n option(s).</source>
        <translation>
            <numerusform>La sala y la encuesta discrepan en %n opción.</numerusform>
            <numerusform>La sala y la encuesta discrepan en %n opciones.</numerusform>
        </translation>
    </message>
    <message>
        <source>Room and survey agree.</source>
        <translation>La sala y la encuesta coinciden.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) voted, and fewer were in the room: {room}. Somebody may have voted twice.</source>
        <translation>
            <numerusform>Votó %n persona y en la sala había menos: {room}. Puede que alguien votara dos veces.</numerusform>
            <numerusform>Votaron %n personas y en la sala había menos: {room}. Puede que alguien votara dos veces.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer than {k} people voted: anonymous reports do not show this vote.</source>
        <translation>Votaron menos de {k} personas: los informes anónimos no muestran esta votación.</translation>
    </message>
    <message>
        <source>Options of the vote</source>
        <translation>Opciones de la votación</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Opción</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>Encuesta</translation>
    </message>
    <message>
        <source>In the room</source>
        <translation>En la sala</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>En papel</translation>
    </message>
    <message>
        <source>People who voted on paper</source>
        <translation>Personas que votaron en papel</translation>
    </message>
    <message>
        <source>Type their dots into the column “On paper”.</source>
        <translation>Escriba sus puntos en la columna «En papel».</translation>
    </message>
    <message>
        <source>Paste a counted sheet</source>
        <translation>Pegar una hoja contada</translation>
    </message>
    <message>
        <source>Copied cells: options with their dots, or one line per person under a line of options (Ctrl+V)</source>
        <translation>Celdas copiadas: opciones con sus puntos, o una línea por persona bajo una línea de opciones (Ctrl+V)</translation>
    </message>
    <message>
        <source>Show the dots on the wall while people vote</source>
        <translation>Mostrar los puntos en la pantalla mientras se vota</translation>
    </message>
    <message>
        <source>Remove this vote</source>
        <translation>Quitar esta votación</translation>
    </message>
</context>
<context>
    <name>CodeCards</name>
    <message>
        <source>Code cards to print</source>
        <translation>Tarjetas con código para imprimir</translation>
    </message>
    <message>
        <source>code cards</source>
        <translation>tarjetas con código</translation>
    </message>
    <message>
        <source>Code cards written: {file}. Give each to its firm only: whoever has it answers for the firm.</source>
        <translation>Tarjetas con código escritas: {file}. Dé cada una solo a su empresa: quien la tenga responde por ella.</translation>
    </message>
    <message>
        <source>The room&apos;s address on them holds for today only: its code is another one each day.</source>
        <translation>La dirección de la sala que llevan vale solo hoy: su código es otro cada día.</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>fastmap made a mistake.</source>
        <translation>fastmap ha cometido un error.</translation>
    </message>
    <message>
        <source>Everything you entered before is saved. You can go on; if it happens again, close fastmap and start it anew.</source>
        <translation>Todo lo que introdujo antes está guardado. Puede continuar; si vuelve a ocurrir, cierre fastmap y ábralo de nuevo.</translation>
    </message>
    <message>
        <source>What went wrong was noted, without any of your data, in {file}</source>
        <translation>Lo ocurrido se ha anotado, sin ninguno de sus datos, en {file}</translation>
    </message>
</context>
<context>
    <name>ErasingWork</name>
    <message>
        <source>somebody named in texts</source>
        <translation>alguien nombrado en textos</translation>
    </message>
    <message>
        <source>the contact person</source>
        <translation>la persona de contacto</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was erased: %n change(s) could not be saved so far, and the name may stand there. Cancel, save a copy or make it possible to save this file, and erase then.</source>
        <translation>
            <numerusform>No se ha borrado nada: %n cambio no se ha podido guardar todavía, y el nombre puede figurar ahí. Cancele, guarde una copia o haga posible guardar este archivo, y borre después.</numerusform>
            <numerusform>No se ha borrado nada: %n cambios no se han podido guardar todavía, y el nombre puede figurar ahí. Cancele, guarde una copia o haga posible guardar este archivo, y borre después.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erased, but %n file(s) may still hold the name.</source>
        <translation>
            <numerusform>Borrado, pero %n archivo quizá contenga aún el nombre.</numerusform>
            <numerusform>Borrado, pero %n archivos quizá contengan aún el nombre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased from this file, its backups and this computer.</source>
        <translation>Borrado de este archivo, de sus copias de seguridad y de este ordenador.</translation>
    </message>
</context>
<context>
    <name>ErasureFirst</name>
    <message>
        <source>An erasure that was begun in {file} is being ended; then the file opens.</source>
        <translation>Se está terminando un borrado que se inició en {file}; después se abre el archivo.</translation>
    </message>
    <message>
        <source>The erasure that was begun in {file} is ended.</source>
        <translation>El borrado que se inició en {file} ha terminado.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) may still hold the name: {files}.</source>
        <translation>
            <numerusform>%n archivo quizá contenga aún el nombre: {files}.</numerusform>
            <numerusform>%n archivos quizá contengan aún el nombre: {files}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileCare</name>
    <message>
        <source>{file} is open for reading only: the file or its folder is protected. To change anything, save a copy where you may write, and go on there.</source>
        <translation>{file} está abierto solo para leer: el fichero o su carpeta están protegidos. Para cambiar algo, guarde una copia donde pueda escribir y siga allí.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
    <message numerus="yes">
        <source>By now %n change(s) wait for the copy.</source>
        <translation>
            <numerusform>Ya espera %n cambio a la copia.</numerusform>
            <numerusform>Ya esperan %n cambios a la copia.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last change was not made.</source>
        <translation>El último cambio no se ha hecho.</translation>
    </message>
    <message numerus="yes">
        <source>Save a copy somewhere else: it gets the %n change(s) that could not be saved, too.</source>
        <translation>
            <numerusform>Guarde una copia en otro lugar: recibe también el cambio que no se pudo guardar.</numerusform>
            <numerusform>Guarde una copia en otro lugar: recibe también los %n cambios que no se pudieron guardar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a copy…</source>
        <translation>Abrir una copia…</translation>
    </message>
    <message>
        <source>File › Backups… shows those.</source>
        <translation>Están en Archivo › Copias de seguridad…</translation>
    </message>
    <message>
        <source>Save what is left…</source>
        <translation>Guardar lo que queda…</translation>
    </message>
    <message>
        <source>Open with password…</source>
        <translation>Abrir con contraseña…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>copia</translation>
    </message>
    <message>
        <source>salvaged</source>
        <translation>rescatado</translation>
    </message>
    <message>
        <source>Save what is left in a new file</source>
        <translation>Guardar lo que queda en un fichero nuevo</translation>
    </message>
    <message>
        <source>Reading what is left of {file}…</source>
        <translation>Leyendo lo que queda de {file}…</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Opening the sample…</source>
        <translation>Abriendo el ejemplo…</translation>
    </message>
    <message>
        <source>This is a fresh sample. The one you changed is kept as {name}.</source>
        <translation>Este es un ejemplo recién hecho. El que usted cambió se conserva como {name}.</translation>
    </message>
    <message>
        <source>Every change is saved as you make it; the last one at {time}.</source>
        <translation>Cada cambio se guarda al hacerlo; el último, a las {time}.</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>copia</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>A copy was saved: {file}</source>
        <translation>Se ha guardado una copia: {file}</translation>
    </message>
    <message>
        <source>Import a folder of forms</source>
        <translation>Importar una carpeta de formularios</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Close help (Esc)</source>
        <translation>Cerrar la ayuda (Esc)</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>What changed in this file</source>
        <translation>Qué ha cambiado en este archivo</translation>
    </message>
    <message>
        <source>Every change keeps what was there before. Putting something back is a change like any other: undo takes it back too, and nothing of the history is lost.</source>
        <translation>Cada cambio guarda lo que había antes. Recuperar algo es un cambio como cualquier otro: también se puede deshacer, y nada del historial se pierde.</translation>
    </message>
    <message>
        <source>Search changes</source>
        <translation>Buscar cambios</translation>
    </message>
    <message>
        <source>What the change was about</source>
        <translation>De qué trataba el cambio</translation>
    </message>
    <message>
        <source>Which member the change was about</source>
        <translation>De qué miembro trataba el cambio</translation>
    </message>
    <message>
        <source>Changes, newest first</source>
        <translation>Cambios, los más recientes primero</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>What the chosen change did</source>
        <translation>Qué hizo el cambio elegido</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>Desde entonces</translation>
    </message>
    <message>
        <source>This change did more; only the first values are shown.</source>
        <translation>Este cambio hizo más; solo se muestran los primeros valores.</translation>
    </message>
    <message>
        <source>Show on its page</source>
        <translation>Ver en su página</translation>
    </message>
    <message>
        <source>Put value back</source>
        <translation>Recuperar el valor</translation>
    </message>
    <message>
        <source>Take this change back</source>
        <translation>Deshacer este cambio</translation>
    </message>
    <message>
        <source>Go back to here</source>
        <translation>Volver hasta aquí</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>About everything</source>
        <translation>Sobre todo</translation>
    </message>
    <message>
        <source>All members</source>
        <translation>Todos los miembros</translation>
    </message>
    <message>
        <source>Nothing was changed in this file yet.</source>
        <translation>Todavía no se ha cambiado nada en este archivo.</translation>
    </message>
    <message>
        <source>No change fits.</source>
        <translation>Ningún cambio coincide.</translation>
    </message>
    <message>
        <source>Put back. Undo takes that back, too.</source>
        <translation>Recuperado. También esto se puede deshacer.</translation>
    </message>
    <message>
        <source>That change is taken back; what was changed elsewhere since then stays.</source>
        <translation>Ese cambio se ha deshecho; lo que se cambió después en otros lugares se queda.</translation>
    </message>
    <message>
        <source>Everything is as it was on {moment}. One undo brings back what came after.</source>
        <translation>Todo está como estaba el {moment}. Deshacer una vez trae de vuelta lo que vino después.</translation>
    </message>
</context>
<context>
    <name>KioskDialog</name>
    <message>
        <source>Fill in on this computer</source>
        <translation>Rellenar en este ordenador</translation>
    </message>
    <message>
        <source>One firm after another fills in the form on this screen</source>
        <translation>Una empresa tras otra rellena el formulario en esta pantalla</translation>
    </message>
    <message>
        <source>The form takes the whole screen and shows nothing of other firms. After 90 seconds without a touch it is emptied. Only the PIN leads back to your work.</source>
        <translation>El formulario ocupa toda la pantalla y no muestra nada de otras empresas. Tras 90 segundos sin tocarlo se vacía. Solo el PIN devuelve a su trabajo.</translation>
    </message>
    <message>
        <source>It keeps honest guests apart, not somebody who takes the computer over: stay near it. If you forget the PIN, switch the computer off; every answer that was sent is safe.</source>
        <translation>Separa a invitados honrados, no detiene a quien se apodere del ordenador: quédese cerca. Si olvida el PIN, apague el ordenador; toda respuesta enviada está a salvo.</translation>
    </message>
    <message>
        <source>PIN to leave</source>
        <translation>PIN para salir</translation>
    </message>
    <message>
        <source>Four to eight digits, for this time only.</source>
        <translation>De cuatro a ocho cifras, solo para esta vez.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Close message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
</context>
<context>
    <name>ManagerBar</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Mostrar nombres</translation>
    </message>
    <message>
        <source>M: bar · 1–9: views · B: black · D: light or dark · N twice: names · Esc: end</source>
        <translation>M: barra · 1–9: vistas · B: negro · D: claro u oscuro · N dos veces: nombres · Esc: terminar</translation>
    </message>
    <message>
        <source>Press N once more to show names of organisations on this wall.</source>
        <translation>Pulse N otra vez para mostrar nombres de organizaciones en esta pantalla.</translation>
    </message>
</context>
<context>
    <name>ManagerView</name>
    <message>
        <source>Not begun yet</source>
        <translation>Aún sin empezar</translation>
    </message>
    <message>
        <source>Nothing comes after this.</source>
        <translation>Después no hay nada más.</translation>
    </message>
    <message>
        <source>This meeting has no agenda.</source>
        <translation>Esta reunión no tiene orden del día.</translation>
    </message>
    <message>
        <source>Next: {item}</source>
        <translation>Después: {item}</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>In all: {time}</source>
        <translation>En total: {time}</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Orden del día</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Lo que se dijo</translation>
    </message>
    <message>
        <source>What was decided, one line each</source>
        <translation>Lo que se decidió, cada cosa en una línea</translation>
    </message>
    <message>
        <source>Names of organisations read […] on the wall until Show names is on.</source>
        <translation>En la pantalla, en lugar de los nombres de organizaciones se lee […] hasta que se active Mostrar nombres.</translation>
    </message>
    <message>
        <source>Edit it in the window</source>
        <translation>Editarlo en la ventana</translation>
    </message>
    <message>
        <source>On the wall</source>
        <translation>En la pared</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>Mostrar nombres</translation>
    </message>
    <message>
        <source>Black wall</source>
        <translation>Pared en negro</translation>
    </message>
    <message>
        <source>Sound when time is up</source>
        <translation>Sonido al acabarse el tiempo</translation>
    </message>
    <message>
        <source>End presentation</source>
        <translation>Terminar la presentación</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <source>without a day</source>
        <translation>sin día</translation>
    </message>
    <message>
        <source>Agenda and votes</source>
        <translation>Orden del día y votaciones</translation>
    </message>
    <message>
        <source>A meeting that ends with decisions</source>
        <translation>Una reunión que acaba con decisiones</translation>
    </message>
    <message>
        <source>Begin with an agenda that has a time and a view for every item. Everything can be changed; what is said, decided and voted goes into the report and the minutes.</source>
        <translation>Empiece con un orden del día que da a cada punto un tiempo y una vista. Todo se puede cambiar; lo que se diga, decida y vote va al informe y al acta.</translation>
    </message>
    <message>
        <source>New workshop</source>
        <translation>Nuevo taller</translation>
    </message>
    <message>
        <source>Remove workshop</source>
        <translation>Quitar el taller</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Taller</translation>
    </message>
    <message>
        <source>What of the workshop is shown</source>
        <translation>Qué parte del taller se muestra</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Orden del día</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Votaciones</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>People in the room</source>
        <translation>Personas en la sala</translation>
    </message>
    <message>
        <source>New workshop: {agenda}</source>
        <translation>Nuevo taller: {agenda}</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Workshop</source>
        <translation>&amp;Taller</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Undo: {what}</source>
        <translation>Deshacer: {what}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Rehacer: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Colores</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;New assessment…</source>
        <translation>&amp;Nueva evaluación…</translation>
    </message>
    <message>
        <source>New roun&amp;d from an earlier file…</source>
        <translation>Nueva ron&amp;da desde un archivo anterior…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>A&amp;brir…</translation>
    </message>
    <message>
        <source>Open the s&amp;ample</source>
        <translation>Abrir el &amp;ejemplo</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Guardar una copia…</translation>
    </message>
    <message>
        <source>&amp;Backups…</source>
        <translation>Copias de &amp;seguridad…</translation>
    </message>
    <message>
        <source>Back up no&amp;w</source>
        <translation>Hacer copia de seguridad a&amp;hora</translation>
    </message>
    <message>
        <source>&amp;Import forms…</source>
        <translation>&amp;Importar formularios…</translation>
    </message>
    <message>
        <source>Import a &amp;folder of forms…</source>
        <translation>Importar una &amp;carpeta de formularios…</translation>
    </message>
    <message>
        <source>Co&amp;mpare with an earlier file…</source>
        <translation>Co&amp;mparar con un archivo anterior…</translation>
    </message>
    <message>
        <source>P&amp;ersonal data…</source>
        <translation>&amp;Datos personales…</translation>
    </message>
    <message>
        <source>Open a copy &amp;under a password…</source>
        <translation>Abrir una copia con contraseñ&amp;a…</translation>
    </message>
    <message>
        <source>Re&amp;ports…</source>
        <translation>In&amp;formes…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historial…</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>Cor&amp;tar</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Seleccionar &amp;todo</translation>
    </message>
    <message>
        <source>&amp;Find on this page</source>
        <translation>&amp;Buscar en esta página</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Más grande</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>Más &amp;pequeño</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Tamaño normal</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>C&amp;laro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Previous step</source>
        <translation>Paso &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Next step</source>
        <translation>Paso &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Start page (close the file)</source>
        <translation>Página de &amp;inicio (cerrar el archivo)</translation>
    </message>
    <message>
        <source>P&amp;resent</source>
        <translation>P&amp;resentar</translation>
    </message>
    <message>
        <source>&amp;Agenda…</source>
        <translation>Orden del dí&amp;a…</translation>
    </message>
    <message>
        <source>&amp;Votes…</source>
        <translation>&amp;Votaciones…</translation>
    </message>
    <message>
        <source>Collect by &amp;phone…</source>
        <translation>Recoger por &amp;móvil…</translation>
    </message>
    <message>
        <source>&amp;Kiosk: fill in on this computer…</source>
        <translation>&amp;Quiosco: rellenar en este ordenador…</translation>
    </message>
    <message>
        <source>Print &amp;code cards…</source>
        <translation>Imprimir tarjetas de &amp;código…</translation>
    </message>
    <message>
        <source>&amp;New codes for all cards…</source>
        <translation>Códigos &amp;nuevos para todas las tarjetas…</translation>
    </message>
    <message>
        <source>&amp;About fastmap</source>
        <translation>&amp;Acerca de fastmap</translation>
    </message>
</context>
<context>
    <name>NewCardsQuestion</name>
    <message>
        <source>No card that was handed out works any more: print new ones and give them to the firms.</source>
        <translation>Ninguna tarjeta repartida vale ya: imprima otras y déselas a las empresas.</translation>
    </message>
    <message>
        <source>Codes worked out from an older copy of this file, or from a backup, do not work here any more.</source>
        <translation>Los códigos sacados de una copia anterior de este archivo, o de una copia de seguridad, ya no valen aquí.</translation>
    </message>
    <message>
        <source>Answers that came in with the old cards stay as they are.</source>
        <translation>Las respuestas recibidas con las tarjetas anteriores se quedan como están.</translation>
    </message>
    <message>
        <source>The code of the open room changes, too: people scan it again, and lose nothing.</source>
        <translation>También cambia el código de la sala abierta: la gente lo escanea de nuevo y no pierde nada.</translation>
    </message>
    <message>
        <source>Undo does not bring the old codes back. The history says when they were replaced.</source>
        <translation>Deshacer no recupera los códigos anteriores. El historial dice cuándo se cambiaron.</translation>
    </message>
    <message>
        <source>New codes for all cards</source>
        <translation>Códigos nuevos para todas las tarjetas</translation>
    </message>
    <message>
        <source>Make new codes for the cards of all firms?</source>
        <translation>¿Crear códigos nuevos para las tarjetas de todas las empresas?</translation>
    </message>
    <message>
        <source>Make new codes</source>
        <translation>Crear códigos nuevos</translation>
    </message>
    <message>
        <source>Keep the cards</source>
        <translation>Conservar las tarjetas</translation>
    </message>
    <message>
        <source>The old cards no longer work. Print the new ones and give them to the firms.</source>
        <translation>Las tarjetas anteriores ya no valen. Imprima las nuevas y déselas a las empresas.</translation>
    </message>
    <message>
        <source>Print code cards…</source>
        <translation>Imprimir tarjetas de código…</translation>
    </message>
</context>
<context>
    <name>NewDialog</name>
    <message>
        <source>Choose the country.</source>
        <translation>Elija el país.</translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation>Nueva evaluación</translation>
    </message>
    <message>
        <source>Whose skills are we mapping?</source>
        <translation>¿Las competencias de quién vamos a recoger?</translation>
    </message>
    <message>
        <source>Name of the cluster</source>
        <translation>Nombre del clúster</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Language of forms and report</source>
        <translation>Idioma de los formularios y del informe</translation>
    </message>
    <message>
        <source>The language of the screen can differ.</source>
        <translation>El idioma de la pantalla puede ser otro.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>One assessment is one file. Every change is saved in it at once.</source>
        <translation>Una evaluación es un archivo. Cada cambio se guarda en él al momento.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Make assessment</source>
        <translation>Crear la evaluación</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Evaluación</translation>
    </message>
    <message>
        <source>Where should the new assessment go?</source>
        <translation>¿Dónde guardar la nueva evaluación?</translation>
    </message>
</context>
<context>
    <name>PhonesDialog</name>
    <message>
        <source>{address} – {name} (hardly reached by phones)</source>
        <translation>{address} – {name} (los móviles difícilmente llegan)</translation>
    </message>
    <message>
        <source>Code to scan: {address}</source>
        <translation>Código para escanear: {address}</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n respuesta</numerusform>
            <numerusform>%n respuestas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n voto</numerusform>
            <numerusform>%n votos</numerusform>
        </translation>
    </message>
    <message>
        <source>By phone so far: {answers}, {votes}</source>
        <translation>Por móvil hasta ahora: {answers}, {votes}</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) to check: say whose</source>
        <translation>
            <numerusform>%n respuesta por comprobar: diga de quién es</numerusform>
            <numerusform>%n respuestas por comprobar: diga de quién son</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer is in no network. Join the room&apos;s wifi, or collect in one of the other ways below.</source>
        <translation>Este ordenador no está en ninguna red. Conéctelo a la wifi de la sala, o recoja de una de las otras formas de abajo.</translation>
    </message>
    <message>
        <source>Collect by phone</source>
        <translation>Recoger por móvil</translation>
    </message>
    <message>
        <source>People in the room answer on their own phones</source>
        <translation>Las personas de la sala responden con su propio móvil</translation>
    </message>
    <message>
        <source>Everything stays in this room: phones reach this computer over the wifi, and nothing goes to the internet. With the code of its card an answer counts at once, unless the firm has answered before; without one it waits until you say whose it is.</source>
        <translation>Todo se queda en esta sala: los móviles llegan a este ordenador por la wifi y nada va a internet. Con el código de su tarjeta una respuesta cuenta enseguida, salvo que la empresa ya haya respondido; sin él espera hasta que usted diga de quién es.</translation>
    </message>
    <message>
        <source>Network that the phones are in</source>
        <translation>Red en la que están los móviles</translation>
    </message>
    <message>
        <source>Open the room</source>
        <translation>Abrir la sala</translation>
    </message>
    <message>
        <source>Close the room</source>
        <translation>Cerrar la sala</translation>
    </message>
    <message>
        <source>Take answers (votes are taken as long as one is open)</source>
        <translation>Admitir respuestas (los votos se admiten mientras haya una votación abierta)</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Página de prueba</translation>
    </message>
    <message>
        <source>New room code</source>
        <translation>Otro código de sala</translation>
    </message>
    <message>
        <source>The code stays the same for today, also after a pause. With a new one everybody scans again; what is half filled in stays.</source>
        <translation>El código sigue siendo el mismo durante el día, también tras una pausa. Con otro, todos escanean de nuevo; lo que está a medio rellenar se conserva.</translation>
    </message>
    <message>
        <source>If a phone does not get there</source>
        <translation>Si un móvil no llega</translation>
    </message>
    <message>
        <source>• Guest wifi often keeps devices apart. A phone&apos;s own hotspot, with this computer in it, works.</source>
        <translation>• La wifi de invitados suele aislar los aparatos. Funciona el punto de acceso de un móvil, con este ordenador conectado a él.</translation>
    </message>
    <message>
        <source>• “No internet – stay connected?”: the person answers yes, or switches mobile data off for a moment.</source>
        <translation>• «Sin internet, ¿seguir conectado?»: la persona responde que sí, o apaga los datos móviles un momento.</translation>
    </message>
    <message>
        <source>• The firewall asks once whether fastmap may be reached: allow it for private networks.</source>
        <translation>• El cortafuegos pregunta una vez si se puede llegar a fastmap: permítalo en redes privadas.</translation>
    </message>
    <message>
        <source>• The address begins with http://, not https://. Some browsers add the s: type the address whole.</source>
        <translation>• La dirección empieza por http://, no por https://. Algunos navegadores añaden la s: escriba la dirección entera.</translation>
    </message>
    <message>
        <source>• The test page opens here and not on the phone? Then it is the network, not the program.</source>
        <translation>• ¿La página de prueba se abre aquí y no en el móvil? Entonces es la red, no el programa.</translation>
    </message>
    <message>
        <source>Without a network:</source>
        <translation>Sin red:</translation>
    </message>
    <message>
        <source>Fill in on this computer</source>
        <translation>Rellenar en este ordenador</translation>
    </message>
    <message>
        <source>Code cards to print</source>
        <translation>Tarjetas con código para imprimir</translation>
    </message>
    <message>
        <source>Excel and paper forms</source>
        <translation>Formularios en Excel y en papel</translation>
    </message>
</context>
<context>
    <name>Presenting</name>
    <message>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>{time} de más</translation>
    </message>
    <message>
        <source>Open the vote again</source>
        <translation>Volver a abrir la votación</translation>
    </message>
    <message>
        <source>Close the vote</source>
        <translation>Cerrar la votación</translation>
    </message>
</context>
<context>
    <name>RemoveWorkshopQuestion</name>
    <message>
        <source>Minutes and reports will not tell of it any more. Undo (Ctrl+Z) brings all of it back.</source>
        <translation>Las actas y los informes ya no hablarán de él. Deshacer (Ctrl+Z) lo recupera todo.</translation>
    </message>
    <message>
        <source>Remove workshop</source>
        <translation>Quitar el taller</translation>
    </message>
    <message>
        <source>Remove the workshop {workshop}?</source>
        <translation>¿Quitar el taller {workshop}?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) of the agenda</source>
        <translation>
            <numerusform>%n punto del orden del día</numerusform>
            <numerusform>%n puntos del orden del día</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>notes and decisions of %n item(s)</source>
        <translation>
            <numerusform>las notas y decisiones de %n punto</numerusform>
            <numerusform>las notas y decisiones de %n puntos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n votación</numerusform>
            <numerusform>%n votaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the dots of %n person(s)</source>
        <translation>
            <numerusform>los puntos de %n persona</numerusform>
            <numerusform>los puntos de %n personas</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes with everything that belongs to it:</source>
        <translation>Se va con todo lo que le pertenece:</translation>
    </message>
</context>
<context>
    <name>RoomLine</name>
    <message>
        <source>Open the room again</source>
        <translation>Abrir la sala de nuevo</translation>
    </message>
    <message>
        <source>The room for phones is closed.</source>
        <translation>La sala para móviles está cerrada.</translation>
    </message>
</context>
<context>
    <name>RoundDialog</name>
    <message>
        <source>New round</source>
        <translation>Nueva ronda</translation>
    </message>
    <message>
        <source>Which round comes next, and after which?</source>
        <translation>¿Qué ronda viene ahora y después de cuál?</translation>
    </message>
    <message>
        <source>File of the last round</source>
        <translation>Archivo de la última ronda</translation>
    </message>
    <message>
        <source>Name of the new round</source>
        <translation>Nombre de la nueva ronda</translation>
    </message>
    <message>
        <source>For example the year.</source>
        <translation>Por ejemplo, el año.</translation>
    </message>
    <message>
        <source>File of the new round</source>
        <translation>Archivo de la nueva ronda</translation>
    </message>
    <message>
        <source>The file of the last round is only read. Members with their codes, partners, offers, actions, skills and decisions about texts come along; everybody counts as not asked. Contact persons come along as long as their consent holds.</source>
        <translation>El archivo de la última ronda solo se lee. Pasan a la nueva los miembros con sus códigos, socios, ofertas, acciones, competencias y decisiones sobre textos; nadie cuenta como consultado. Las personas de contacto pasan mientras valga su consentimiento.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the file of the last round</source>
        <translation>Elegir el archivo de la última ronda</translation>
    </message>
    <message>
        <source>Choose where the new round goes</source>
        <translation>Elegir dónde va la nueva ronda</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Start round</source>
        <translation>Empezar ronda</translation>
    </message>
    <message>
        <source>Where should the new round go?</source>
        <translation>¿Dónde debe ir la nueva ronda?</translation>
    </message>
    <message>
        <source>Choose the file of the last round.</source>
        <translation>Elija el archivo de la última ronda.</translation>
    </message>
</context>
<context>
    <name>RoundWords</name>
    <message numerus="yes">
        <source>Round {round} is begun with %n member(s), none of them asked yet.</source>
        <translation>
            <numerusform>Empieza la ronda {round} con %n miembro, todavía sin consultar.</numerusform>
            <numerusform>Empieza la ronda {round} con %n miembros, todavía sin consultar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact person(s) left out: consent expired.</source>
        <translation>
            <numerusform>%n persona de contacto queda fuera: su consentimiento ha caducado.</numerusform>
            <numerusform>%n personas de contacto quedan fuera: su consentimiento ha caducado.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalvageDialog</name>
    <message>
        <source>What was salvaged</source>
        <translation>Lo que se ha rescatado</translation>
    </message>
    <message>
        <source>What is in the new file, and what is not</source>
        <translation>Lo que hay en el fichero nuevo y lo que no</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copiar la lista</translation>
    </message>
    <message>
        <source>Go on in the new file</source>
        <translation>Seguir en el fichero nuevo</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>A new assessment asks for the cluster&apos;s name, its country and where the file goes. Nothing else is needed to begin; the eight steps at the left then lead from the members to the report, in any order.

“New round” starts from the file of the last one: members, partners, actions and decisions come along, and the two rounds are compared.

One assessment is one file with the ending .fastmap. Every change is saved in it at once and can be taken back with Ctrl+Z, also tomorrow. Copy the file to hand it on.

The sample is a fictional cluster with answers, partners and actions. Change in it what you like: it is your own copy.

Keys: Ctrl+N new, Ctrl+O open, Ctrl+1 to Ctrl+8 the steps, Ctrl+F find, F1 help for the step in sight, Ctrl and + or − larger and smaller.</source>
        <translation>Una evaluación nueva pide el nombre del clúster, su país y dónde va el archivo. No hace falta nada más para empezar; los ocho pasos de la izquierda llevan después de los miembros al informe, en el orden que quiera.

«Nueva ronda» parte del archivo de la última: pasan miembros, socios, acciones y decisiones, y las dos rondas se comparan.

Una evaluación es un archivo con la terminación .fastmap. Cada cambio se guarda en él al momento y se puede deshacer con Ctrl+Z, también mañana. Para entregarla, copie el archivo.

El ejemplo es un clúster ficticio con respuestas, socios y acciones. Cambie en él lo que quiera: es su propia copia.

Teclas: Ctrl+N nueva, Ctrl+O abrir, Ctrl+1 a Ctrl+8 los pasos, Ctrl+F buscar, F1 ayuda del paso a la vista, Ctrl y + o − más grande y más pequeño.</translation>
    </message>
    <message>
        <source>How to begin</source>
        <translation>Cómo empezar</translation>
    </message>
    <message>
        <source>Which skills does your cluster need, and what comes next?</source>
        <translation>¿Qué competencias necesita su clúster y cuál es el siguiente paso?</translation>
    </message>
    <message>
        <source>A fast mapping in eight steps: collect your members&apos; needs, see who can meet them, and leave with the next decisions and a report.</source>
        <translation>Un mapeo rápido en ocho pasos: recoja las necesidades de sus miembros, vea quién puede cubrirlas y termine con las próximas decisiones y un informe.</translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation>Nueva evaluación</translation>
    </message>
    <message>
        <source>New round</source>
        <translation>Nueva ronda</translation>
    </message>
    <message>
        <source>Start the next round from the file of the last one</source>
        <translation>Empezar la ronda siguiente desde el archivo de la última</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Abrir archivo</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>Ver el ejemplo</translation>
    </message>
    <message>
        <source>Go on where you left off</source>
        <translation>Continuar donde lo dejó</translation>
    </message>
    <message>
        <source>Or drop a .fastmap file anywhere on this window.</source>
        <translation>O suelte un archivo .fastmap en cualquier lugar de esta ventana.</translation>
    </message>
    <message>
        <source>Everything stays on this computer. No account needed.</source>
        <translation>Todo se queda en este ordenador. No hace falta cuenta.</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Round {label}</source>
        <translation>Ronda {label}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Cluster</source>
        <translation>Clúster</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Necesidades</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Socios</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Próximos pasos</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado {time}</translation>
    </message>
    <message>
        <source>Read only: save a copy to make changes</source>
        <translation>Solo lectura: guarde una copia para hacer cambios</translation>
    </message>
    <message>
        <source>Not saved: choose another place</source>
        <translation>Sin guardar: elija otro lugar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Language of the screen</source>
        <translation>Idioma de la pantalla</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Presentar</translation>
    </message>
    <message>
        <source>Show results and votes on the wall (F5)</source>
        <translation>Mostrar resultados y votaciones en la pared (F5)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Colours: light, dark or like the system</source>
        <translation>Colores: claro, oscuro o como el sistema</translation>
    </message>
    <message numerus="yes">
        <source>Room open: %n</source>
        <comment>answers and votes that came in</comment>
        <translation>
            <numerusform>Sala abierta: %n</numerusform>
            <numerusform>Sala abierta: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Phones can answer; show the code and how many have</source>
        <translation>Los móviles pueden responder; mostrar el código y cuántos lo han hecho</translation>
    </message>
</context>
<context>
    <name>UnsavedQuestion</name>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be saved in {file}.</source>
        <translation>
            <numerusform>%n cambio no se pudo guardar en {file}.</numerusform>
            <numerusform>%n cambios no se pudieron guardar en {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>A copy saved in another place gets all of it. Without a copy, what could not be saved is gone.</source>
        <translation>Una copia guardada en otro lugar lo recibe todo. Sin copia, lo que no se pudo guardar se pierde.</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>Cerrar sin guardarlo</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Seguir trabajando</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Guardar una copia…</translation>
    </message>
</context>
<context>
    <name>VoteControls</name>
    <message>
        <source>Count by hand…</source>
        <translation>Contar a mano…</translation>
    </message>
    <message>
        <source>Start a vote</source>
        <translation>Empezar una votación</translation>
    </message>
    <message>
        <source>Phones still vote in an earlier workshop&apos;s vote.</source>
        <translation>Los móviles aún votan en la votación de un taller anterior.</translation>
    </message>
    <message>
        <source>{subject}: {count} options</source>
        <translation>{subject}: {count} opciones</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) voted by phone</source>
        <translation>
            <numerusform>%n persona votó por móvil</numerusform>
            <numerusform>%n personas votaron por móvil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on paper</source>
        <translation>
            <numerusform>%n en papel</numerusform>
            <numerusform>%n en papel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VotesPane</name>
    <message>
        <source>Votes of this workshop</source>
        <translation>Votaciones de este taller</translation>
    </message>
    <message>
        <source>Vote on</source>
        <translation>Se vota</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>New vote…</source>
        <translation>Nueva votación…</translation>
    </message>
    <message>
        <source>No vote yet. Everybody gets a few dots and gives them to what matters most: by phone, or on paper and counted by hand. The result stands beside the ranking of the survey; neither corrects the other.</source>
        <translation>Todavía no hay ninguna votación. Cada persona recibe unos puntos y los da a lo que más importa: con el móvil, o en papel y contados a mano. El resultado aparece junto al orden de la encuesta; ninguno corrige al otro.</translation>
    </message>
</context>
<context>
    <name>_Completeness</name>
    <message>
        <source>This round</source>
        <translation>Esta ronda</translation>
    </message>
    <message>
        <source>{percent}% complete</source>
        <translation>{percent} % completo</translation>
    </message>
    <message>
        <source>How much of this round is complete</source>
        <translation>Qué parte de esta ronda está completa</translation>
    </message>
</context>
<context>
    <name>_Promise</name>
    <message>
        <source>Everything stays on this computer. No account needed.</source>
        <translation>Todo se queda en este ordenador. No hace falta cuenta.</translation>
    </message>
</context>
<context>
    <name>_RecentRow</name>
    <message>
        <source>Open {file}</source>
        <translation>Abrir {file}</translation>
    </message>
    <message>
        <source>no longer there: {folder}</source>
        <translation>ya no está: {folder}</translation>
    </message>
    <message>
        <source>Take {file} off this list</source>
        <translation>Quitar {file} de esta lista</translation>
    </message>
</context>
</TS>
