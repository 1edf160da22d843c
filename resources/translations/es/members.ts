<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AnswerStrip</name>
    <message numerus="yes">
        <source>of %n member(s) asked</source>
        <translation>
            <numerusform>consultados, de %n miembro</numerusform>
            <numerusform>consultados, de %n miembros</numerusform>
        </translation>
    </message>
    <message>
        <source>answered</source>
        <translation>han respondido</translation>
    </message>
    <message>
        <source>response rate</source>
        <translation>tasa de respuesta</translation>
    </message>
    <message>
        <source>Answers by activity: who is missing</source>
        <translation>Respuestas por actividad: quién falta</translation>
    </message>
    <message>
        <source>Answers by size: who is missing</source>
        <translation>Respuestas por tamaño: quién falta</translation>
    </message>
    <message>
        <source>Show by size</source>
        <translation>Ver por tamaño</translation>
    </message>
    <message>
        <source>Show by activity</source>
        <translation>Ver por actividad</translation>
    </message>
    <message>
        <source>Remind…</source>
        <translation>Recordar…</translation>
    </message>
    <message>
        <source>Feedback sheets…</source>
        <translation>Hojas de resultados…</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>This goes for good</source>
        <translation>Esto desaparece para siempre</translation>
    </message>
    <message>
        <source>This stays</source>
        <translation>Esto queda</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Erased. Please look at what is left</source>
        <translation>Borrado. Mire, por favor, lo que queda</translation>
    </message>
    <message>
        <source>Files in which the letters still occur</source>
        <translation>Archivos en los que aún aparecen esas letras</translation>
    </message>
    <message>
        <source>They may be part of another word. Look there, and delete what is not needed any more.</source>
        <translation>Pueden formar parte de otra palabra. Mire allí y elimine lo que ya no haga falta.</translation>
    </message>
    <message>
        <source>Files that could not be read or rewritten</source>
        <translation>Archivos que no se pudieron leer o reescribir</translation>
    </message>
    <message>
        <source>They stay as they were. Nobody knows whether they hold the name: delete what is not needed.</source>
        <translation>Quedan como estaban. Nadie sabe si contienen el nombre: elimine lo que no haga falta.</translation>
    </message>
    <message>
        <source>Texts that hold the surname</source>
        <translation>Textos que contienen el apellido</translation>
    </message>
    <message>
        <source>They may be about somebody else, so they stay as they are: change each that is about that person on its own page.</source>
        <translation>Pueden tratar de otra persona y por eso quedan como están: cambie en su propia página cada uno que trate de esa persona.</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Borrando…</translation>
    </message>
    <message>
        <source>Look first what would go.</source>
        <translation>Mire primero qué se borraría.</translation>
    </message>
    <message>
        <source>Tick first that you know it cannot be undone.</source>
        <translation>Marque primero que sabe que no se puede deshacer.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>Finish an erasure that was begun</source>
        <translation>Terminar un borrado empezado</translation>
    </message>
    <message>
        <source>Erase {whom} for good</source>
        <translation>Borrar a {whom} para siempre</translation>
    </message>
    <message>
        <source>Name, and other spellings</source>
        <translation>Nombre y otras formas de escribirlo</translation>
    </message>
    <message>
        <source>Separate them with a semicolon.</source>
        <translation>Sepárelos con punto y coma.</translation>
    </message>
    <message>
        <source>Other spellings to look for</source>
        <translation>Otras formas de escribirlo que buscar</translation>
    </message>
    <message>
        <source>For example A. Ruiz; separate them with a semicolon.</source>
        <translation>Por ejemplo A. Ruiz; sepárelas con punto y coma.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Kept in the file as a proof, without any name.</source>
        <translation>Queda en el archivo como constancia, sin ningún nombre.</translation>
    </message>
    <message>
        <source>Remove the scans of others that are named here, too</source>
        <translation>Quitar también los escaneos de otros que aquí se nombran</translation>
    </message>
    <message>
        <source>I know that this cannot be undone</source>
        <translation>Sé que esto no se puede deshacer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>FormsDialog</name>
    <message>
        <source>Write forms</source>
        <translation>Crear formularios</translation>
    </message>
    <message>
        <source>Forms to send to your members</source>
        <translation>Formularios para enviar a los miembros</translation>
    </message>
    <message>
        <source>Each member&apos;s own</source>
        <translation>El de cada miembro</translation>
    </message>
    <message>
        <source>One Excel form per member and a table for a mail merge, each in the member&apos;s language. Nothing is sent from here. Who was not asked yet counts as asked when the forms are there.</source>
        <translation>Un formulario de Excel por miembro y una tabla para combinar correspondencia, cada uno en el idioma del miembro. Desde aquí no se envía nada. A quien aún no se había consultado se le da por consultado cuando los formularios están listos.</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>Language of the forms</source>
        <translation>Idioma de los formularios</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Also a PDF of each form, to print and fill in by hand</source>
        <translation>También un PDF de cada formulario, para imprimir y rellenar a mano</translation>
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
        <source>Fill in last round&apos;s needs from</source>
        <translation>Incluir las necesidades de la ronda anterior, de</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Skill, job and level come marked as last time&apos;s; figures are asked anew. Untouched lines do not count.</source>
        <translation>Competencia, puesto y nivel aparecen marcados como de la última vez; las cifras se preguntan de nuevo. Las líneas sin tocar no cuentan.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Elija una carpeta.</translation>
    </message>
</context>
<context>
    <name>MemberAudit</name>
    <message>
        <source>Work it out</source>
        <translation>Determinarla</translation>
    </message>
    <message>
        <source>SME status</source>
        <translation>Condición de pyme</translation>
    </message>
    <message>
        <source>For an audit</source>
        <translation>Para una auditoría</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>Número de registro</translation>
    </message>
    <message>
        <source>Basis of the SME status</source>
        <translation>Base de la condición de pyme</translation>
    </message>
    <message>
        <source>Declaration, annual accounts …</source>
        <translation>Declaración, cuentas anuales…</translation>
    </message>
    <message>
        <source>Goes into the confidential annex for audit and nowhere else.</source>
        <translation>Va al anexo confidencial para auditoría y a ningún otro sitio.</translation>
    </message>
</context>
<context>
    <name>MemberFilters</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Set status…</source>
        <translation>Fijar estado…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Sin preguntar</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Consultados</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Con respuesta</translation>
    </message>
    <message>
        <source>To be called</source>
        <translation>Por llamar</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Fuera de plazo</translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing came in yet.</source>
        <translation>Todavía no ha llegado nada.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>No needs named.</source>
        <translation>No nombra necesidades.</translation>
    </message>
    <message>
        <source>%1 short now</source>
        <translation>faltan %1 hoy</translation>
    </message>
    <message>
        <source>%1 in 12 months</source>
        <translation>%1 en 12 meses</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Cerrar los detalles</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Persona de contacto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Consent given by</source>
        <translation>Consentimiento dado por</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>Dado el</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido hasta</translation>
    </message>
    <message>
        <source>Form, contract, e-mail …</source>
        <translation>Formulario, contrato, correo…</translation>
    </message>
    <message>
        <source>Personal data: stays in this file, for writing and calling; never in a report.</source>
        <translation>Datos personales: quedan en este archivo, para escribir y llamar; nunca en un informe.</translation>
    </message>
    <message>
        <source>Print or erase personal data</source>
        <translation>Imprimir o borrar datos personales</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>See all needs</source>
        <translation>Ver todas las necesidades</translation>
    </message>
    <message>
        <source>Remove member</source>
        <translation>Quitar el miembro</translation>
    </message>
</context>
<context>
    <name>MemberTable</name>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>Tal como está escrito</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>MembersImporting</name>
    <message>
        <source>The clipboard holds no cells. Copy them in your spreadsheet first.</source>
        <translation>El portapapeles no contiene celdas. Cópielas antes en su hoja de cálculo.</translation>
    </message>
    <message>
        <source>One list at a time, please. Forms belong to the step Needs.</source>
        <translation>Una lista cada vez, por favor. Los formularios van en el paso Necesidades.</translation>
    </message>
    <message>
        <source>Reading the list</source>
        <translation>Leyendo la lista</translation>
    </message>
    <message>
        <source>Everything in these cells is recorded already.</source>
        <translation>Todo lo que dicen estas celdas ya está anotado.</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Persona de contacto</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Consent given by</source>
        <translation>Consentimiento dado por</translation>
    </message>
    <message>
        <source>Consent given on</source>
        <translation>Consentimiento dado el</translation>
    </message>
    <message>
        <source>Consent valid until</source>
        <translation>Consentimiento válido hasta</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>Número de registro</translation>
    </message>
    <message>
        <source>SME status</source>
        <translation>Condición de pyme</translation>
    </message>
    <message>
        <source>Basis of the SME status</source>
        <translation>Base de la condición de pyme</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) added</source>
        <translation>
            <numerusform>%n miembro añadido</numerusform>
            <numerusform>%n miembros añadidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n cambiado</numerusform>
            <numerusform>%n cambiados</numerusform>
        </translation>
    </message>
    <message>
        <source>{added}, {changed}.</source>
        <translation>{added}, {changed}.</translation>
    </message>
</context>
<context>
    <name>MembersPage</name>
    <message>
        <source>Type a name to add a member</source>
        <translation>Escriba un nombre para añadir un miembro</translation>
    </message>
    <message>
        <source>{answered} of {asked}</source>
        <translation>{answered} de {asked}</translation>
    </message>
    <message>
        <source>{size}: {answered} of {asked} asked have answered</source>
        <translation>{size}: han respondido {answered} de {asked}</translation>
    </message>
    <message>
        <source>{size}: {answered} of {asked} asked have answered, {late} overdue</source>
        <translation>{size}: han respondido {answered} de {asked}, {late} fuera de plazo</translation>
    </message>
    <message>
        <source>{name} is in the list already.</source>
        <translation>{name} ya está en la lista.</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Otros</translation>
    </message>
    <message>
        <source>Who belongs to the cluster, who was asked, and who has answered.</source>
        <translation>Quién pertenece al clúster, a quién se ha consultado y quién ha respondido.</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Importar una lista</translation>
    </message>
    <message>
        <source>Write forms…</source>
        <translation>Crear formularios…</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Añadir miembro</translation>
    </message>
    <message>
        <source>Type a name in the last row to add a member. Enter or a double click opens a cell; Delete empties it. Shift+Space marks whole rows, Delete then removes the members; undo brings them back.

Cells copied in a spreadsheet are pasted with Ctrl+V, from the chosen cell on. With headings (name, kind, people, e-mail …) in the first row, their order does not matter, and codes or names say who is meant. Before anything changes you see what would.

Enter on a code, or the button Details, shows the contact person and the member&apos;s answers.

Write forms makes one Excel form per member and a table for a mail merge in a folder of your choice, in seven languages, on paper too, and in a later round with what members needed last time. Members asked or reminded who sent nothing are those to be called; after the last day of the round they are overdue. Remind lists them with a text in their own language. Set status gives all marked members another status at once.

Feedback sheets are for those who answered: a PDF each, with their own answers beside the anonymous picture of the cluster and what happens next. Only the firm itself gets its sheet.</source>
        <translation>Escriba un nombre en la última fila para añadir un miembro. Intro o un doble clic abre una celda; Supr la vacía. Mayús+Espacio marca filas enteras y Supr quita entonces esos miembros; deshacer los devuelve.

Las celdas copiadas en una hoja de cálculo se pegan con Ctrl+V, desde la celda elegida. Con títulos (nombre, clase, personas, correo…) en la primera fila, el orden no importa, y códigos o nombres dicen de quién se trata. Antes de que cambie nada verá qué cambiaría.

Intro sobre un código, o el botón Detalles, muestra la persona de contacto y las respuestas del miembro.

Escribir formularios crea en una carpeta un formulario de Excel por miembro y una tabla para combinar correspondencia, en siete idiomas, también en papel y, en una ronda posterior, con lo que los miembros necesitaban la última vez. Los miembros consultados o con recordatorio que no enviaron nada son los que hay que llamar; pasado el último día de la ronda están fuera de plazo. Recordar los enumera con un texto en su idioma. Fijar estado da a la vez otro estado a todos los miembros marcados.

Las hojas de resultados son para quienes respondieron: un PDF para cada uno, con sus propias respuestas junto a la imagen anónima del clúster y lo que pasa ahora. Cada hoja es solo para su empresa.</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>Todavía no hay miembros</translation>
    </message>
    <message>
        <source>Import the list you already have, paste cells from a spreadsheet, or type the first name. Name alone is enough; size, place and contact person help later.</source>
        <translation>Importe la lista que ya tiene, pegue celdas de una hoja de cálculo o escriba el primer nombre. Basta el nombre; tamaño, lugar y contacto ayudan después.</translation>
    </message>
    <message>
        <source>Paste cells</source>
        <translation>Pegar celdas</translation>
    </message>
    <message>
        <source>Add a member</source>
        <translation>Añadir un miembro</translation>
    </message>
    <message>
        <source>Import a list of members</source>
        <translation>Importar una lista de miembros</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.xlsm *.ods *.xls *.csv)</source>
        <translation>Hojas de cálculo (*.xlsx *.xlsm *.ods *.xls *.csv)</translation>
    </message>
    <message>
        <source>Folder for the forms</source>
        <translation>Carpeta para los formularios</translation>
    </message>
    <message>
        <source>Folder for the feedback sheets</source>
        <translation>Carpeta para las hojas de resultados</translation>
    </message>
    <message>
        <source>Feedback sheets</source>
        <translation>Hojas de resultados</translation>
    </message>
    <message>
        <source>These sheets can be compared with what was handed out before.</source>
        <translation>Estas hojas se pueden comparar con lo que se entregó antes.</translation>
    </message>
    <message>
        <source>Write all the same</source>
        <translation>Escribir de todos modos</translation>
    </message>
    <message>
        <source>Write nothing</source>
        <translation>No escribir nada</translation>
    </message>
    <message>
        <source>File of the round before</source>
        <translation>Archivo de la ronda anterior</translation>
    </message>
    <message>
        <source>Assessments (*.fastmap)</source>
        <translation>Evaluaciones (*.fastmap)</translation>
    </message>
    <message>
        <source>Save the reminders</source>
        <translation>Guardar los recordatorios</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>Remove members</source>
        <translation>Quitar miembros</translation>
    </message>
    <message>
        <source>Fill in all the same</source>
        <translation>Rellenar de todos modos</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n member(s) with their answers?</source>
        <translation>
            <numerusform>¿Quitar %n miembro con sus respuestas?</numerusform>
            <numerusform>¿Quitar %n miembros con sus respuestas?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them sent an answer, which goes too. Undo brings everything back.</source>
        <translation>
            <numerusform>%n envió una respuesta, que también se quita. Deshacer lo devuelve todo.</numerusform>
            <numerusform>%n enviaron respuestas, que también se quitan. Deshacer lo devuelve todo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>A member needs a name; the old one stays.</source>
        <translation>Un miembro necesita nombre; queda el anterior.</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>No es una dirección de correo.</translation>
    </message>
    <message>
        <source>Write a day as 2026-03-31 or 31/3/2026.</source>
        <translation>Escriba el día como 31/3/2026 o 2026-03-31.</translation>
    </message>
    <message>
        <source>“{text}” was not understood here; what was recorded stays.</source>
        <translation>«{text}» no se entiende aquí; queda lo que estaba anotado.</translation>
    </message>
    <message>
        <source>Nobody listed yet</source>
        <translation>Todavía no hay nadie en la lista</translation>
    </message>
    <message>
        <source>1 member, not asked yet</source>
        <translation>1 miembro, aún sin preguntar</translation>
    </message>
    <message>
        <source>{count} members, nobody asked yet</source>
        <translation>{count} miembros, aún sin preguntar</translation>
    </message>
    <message>
        <source>{answered} of 1 member asked has answered</source>
        <translation>{answered} de 1 miembro consultado ha respondido</translation>
    </message>
    <message>
        <source>{answered} of {asked} members asked have answered</source>
        <translation>{answered} de {asked} miembros consultados han respondido</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Sin anotar</translation>
    </message>
</context>
<context>
    <name>MembersPersonal</name>
    <message>
        <source>Consents</source>
        <translation>Consentimientos</translation>
    </message>
    <message>
        <source>Save the consents that are due</source>
        <translation>Guardar los consentimientos pendientes</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Lo que se guarda</translation>
    </message>
    <message>
        <source>Print what is kept</source>
        <translation>Imprimir lo que se guarda</translation>
    </message>
    <message>
        <source>without names</source>
        <translation>sin nombres</translation>
    </message>
    <message>
        <source>Save a copy without names</source>
        <translation>Guardar una copia sin nombres</translation>
    </message>
    <message>
        <source>Save a copy under a password</source>
        <translation>Guardar una copia con contraseña</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>Escrito en {file}.</translation>
    </message>
</context>
<context>
    <name>MembersPreview</name>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambia</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) to look at</source>
        <translation>
            <numerusform>%n celda que mirar</numerusform>
            <numerusform>%n celdas que mirar</numerusform>
        </translation>
    </message>
    <message>
        <source>Take members from a list</source>
        <translation>Tomar miembros de una lista</translation>
    </message>
    <message>
        <source>This is what would change</source>
        <translation>Esto es lo que cambiaría</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) new</source>
        <translation>
            <numerusform>%n miembro nuevo</numerusform>
            <numerusform>%n miembros nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n cambiado</numerusform>
            <numerusform>%n cambiados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n as recorded</source>
        <translation>
            <numerusform>%n tal como está</numerusform>
            <numerusform>%n tal como están</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns that were not read: {names}</source>
        <translation>Columnas que no se han leído: {names}</translation>
    </message>
    <message>
        <source>Members that would be added or changed</source>
        <translation>Miembros que se añadirían o cambiarían</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>Cells that were not understood</source>
        <translation>Celdas que no se entienden</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Celda</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Qué pone</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Qué pasa con ello</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Take these changes</source>
        <translation>Aplicar estos cambios</translation>
    </message>
</context>
<context>
    <name>MembersRound</name>
    <message numerus="yes">
        <source>The %n member(s) selected</source>
        <translation>
            <numerusform>%n miembro seleccionado</numerusform>
            <numerusform>Los %n miembros seleccionados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) not asked yet</source>
        <translation>
            <numerusform>%n miembro sin preguntar</numerusform>
            <numerusform>%n miembros sin preguntar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) to be called</source>
        <translation>
            <numerusform>%n miembro por llamar</numerusform>
            <numerusform>%n miembros por llamar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n member(s)</source>
        <translation>
            <numerusform>%n miembro: todos</numerusform>
            <numerusform>Los %n miembros</numerusform>
        </translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formularios</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) written to {folder}.</source>
        <translation>
            <numerusform>%n formulario creado en {folder}.</numerusform>
            <numerusform>%n formularios creados en {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing forms</source>
        <translation>Creando formularios</translation>
    </message>
    <message numerus="yes">
        <source>%n of them with last round&apos;s needs.</source>
        <translation>
            <numerusform>%n de ellos con las necesidades de la ronda anterior.</numerusform>
            <numerusform>%n de ellos con las necesidades de la ronda anterior.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them has answered yet: feedback sheets are for those who did.</source>
        <translation>Ninguno ha respondido todavía: las hojas de resultados son para quienes respondieron.</translation>
    </message>
    <message numerus="yes">
        <source>%n feedback sheet(s) written to {folder}, with a table for a mail merge.</source>
        <translation>
            <numerusform>%n hoja de resultados escrita en {folder}, con una tabla para combinar correspondencia.</numerusform>
            <numerusform>%n hojas de resultados escritas en {folder}, con una tabla para combinar correspondencia.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing feedback sheets</source>
        <translation>Escribiendo hojas de resultados</translation>
    </message>
    <message>
        <source>{file} is about {cluster}. Is it the round you mean?</source>
        <translation>{file} trata de {cluster}. ¿Es la ronda que busca?</translation>
    </message>
    <message numerus="yes">
        <source>%n of its members is/are on your list.</source>
        <translation>
            <numerusform>%n de sus miembros está en su lista.</numerusform>
            <numerusform>%n de sus miembros están en su lista.</numerusform>
        </translation>
    </message>
    <message>
        <source>Their forms would be filled in with what was said there.</source>
        <translation>Sus formularios se rellenarían con lo que se dijo allí.</translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) written to {file}.</source>
        <translation>
            <numerusform>%n recordatorio guardado en {file}.</numerusform>
            <numerusform>%n recordatorios guardados en {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose members in the list first; Shift+Space marks whole rows.</source>
        <translation>Elija antes miembros en la lista; Mayús+Espacio marca filas enteras.</translation>
    </message>
    <message numerus="yes">
        <source>Status of %n member(s) set to “{status}”.</source>
        <translation>
            <numerusform>Estado de %n miembro: «{status}».</numerusform>
            <numerusform>Estado de %n miembros: «{status}».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersWork</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>Las dos contraseñas no son iguales.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Whoever knows the password can open the copy, nobody else – and nobody can recover it. Tell it on another way than you send the copy.</source>
        <translation>Quien conoce la contraseña puede abrir la copia; nadie más, y nadie puede recuperarla. Comuníquela por una vía distinta de la copia.</translation>
    </message>
    <message>
        <source>At least 12 characters; four words in a row are good.</source>
        <translation>Al menos 12 caracteres; cuatro palabras seguidas van bien.</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Save the copy</source>
        <translation>Guardar la copia</translation>
    </message>
    <message>
        <source>What the copy holds is written to a new file, which is not encrypted any more.</source>
        <translation>Lo que contiene la copia se escribe en un archivo nuevo, que ya no está cifrado.</translation>
    </message>
    <message>
        <source>Open the copy</source>
        <translation>Abrir la copia</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>PersonalDialog</name>
    <message>
        <source>Choose a member first.</source>
        <translation>Elija primero un miembro.</translation>
    </message>
    <message>
        <source>No contact person is recorded for this member.</source>
        <translation>Este miembro no tiene ninguna persona de contacto anotada.</translation>
    </message>
    <message>
        <source>The file is open for reading only.</source>
        <translation>El archivo está abierto solo para lectura.</translation>
    </message>
    <message numerus="yes">
        <source>%n consent(s) due</source>
        <translation>
            <numerusform>%n consentimiento pendiente</numerusform>
            <numerusform>%n consentimientos pendientes</numerusform>
        </translation>
    </message>
    <message>
        <source>No consent is due. Nothing to do here.</source>
        <translation>Ningún consentimiento pendiente. No hay nada que hacer.</translation>
    </message>
    <message>
        <source>No consent is due.</source>
        <translation>Ningún consentimiento pendiente.</translation>
    </message>
    <message>
        <source>Erased so far – {list}</source>
        <translation>Borrado hasta ahora – {list}</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Datos personales</translation>
    </message>
    <message>
        <source>Personal data in this file</source>
        <translation>Datos personales de este archivo</translation>
    </message>
    <message>
        <source>Consents that are due</source>
        <translation>Consentimientos pendientes</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Persona de contacto</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido hasta</translation>
    </message>
    <message>
        <source>Save as table…</source>
        <translation>Guardar como tabla…</translation>
    </message>
    <message>
        <source>Somebody asks what is kept, or to be forgotten</source>
        <translation>Alguien pregunta qué se guarda, o pide que se le olvide</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Choose a member</source>
        <translation>Elija un miembro</translation>
    </message>
    <message>
        <source>Print what is kept…</source>
        <translation>Imprimir lo que se guarda…</translation>
    </message>
    <message>
        <source>Erase contact person…</source>
        <translation>Borrar persona de contacto…</translation>
    </message>
    <message>
        <source>Erase member…</source>
        <translation>Borrar miembro…</translation>
    </message>
    <message>
        <source>Erase somebody named in texts…</source>
        <translation>Borrar a alguien nombrado en textos…</translation>
    </message>
    <message>
        <source>Finish the erasure that was begun…</source>
        <translation>Terminar el borrado empezado…</translation>
    </message>
    <message>
        <source>A copy to pass on</source>
        <translation>Una copia para entregar</translation>
    </message>
    <message>
        <source>Without names…</source>
        <translation>Sin nombres…</translation>
    </message>
    <message>
        <source>Under a password…</source>
        <translation>Con contraseña…</translation>
    </message>
    <message>
        <source>A password protects the copy alone: not the open file, not what is exported from it. Encrypt the disk for that.</source>
        <translation>La contraseña protege solo la copia: ni el archivo abierto ni lo que se exporta de él. Para eso, cifre el disco.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>RecognisableDialog</name>
    <message>
        <source>The copy without names is written</source>
        <translation>La copia sin nombres está escrita</translation>
    </message>
    <message>
        <source>It is no anonymous edition: somebody who knows a firm may know it again by what is still in it.</source>
        <translation>No es una edición anónima: quien conozca una empresa puede reconocerla por lo que aún contiene.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy without names</source>
        <translation>Copia sin nombres</translation>
    </message>
</context>
<context>
    <name>RemindersDialog</name>
    <message numerus="yes">
        <source>All %n member(s) to be called</source>
        <translation>
            <numerusform>El %n miembro por llamar</numerusform>
            <numerusform>Los %n miembros por llamar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) overdue</source>
        <translation>
            <numerusform>%n miembro fuera de plazo</numerusform>
            <numerusform>%n miembros fuera de plazo</numerusform>
        </translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Asunto</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s) are on the clipboard.</source>
        <translation>
            <numerusform>%n recordatorio está en el portapapeles.</numerusform>
            <numerusform>%n recordatorios están en el portapapeles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them without an e-mail address.</source>
        <translation>
            <numerusform>%n de ellos sin correo electrónico.</numerusform>
            <numerusform>%n de ellos sin correo electrónico.</numerusform>
        </translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Persona de contacto</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Remind members</source>
        <translation>Recordar a los miembros</translation>
    </message>
    <message>
        <source>Members who have not answered</source>
        <translation>Miembros que no han respondido</translation>
    </message>
    <message>
        <source>Each reminder is in the member&apos;s own language. Copy the list, or save it for a mail merge; nothing is sent from here.</source>
        <translation>Cada recordatorio está en el idioma del miembro. Copie la lista o guárdela para combinar correspondencia; desde aquí no se envía nada.</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Recordatorios</translation>
    </message>
    <message>
        <source>Mark them as reminded</source>
        <translation>Anotarlos como «con recordatorio»</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Save as table…</source>
        <translation>Guardar como tabla…</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Copiar lista</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Fuera de plazo</translation>
    </message>
    <message>
        <source>Awaited</source>
        <translation>En plazo</translation>
    </message>
</context>
</TS>
