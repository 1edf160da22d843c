<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ClusterPage</name>
    <message>
        <source>Remove {priority}</source>
        <translation>Quitar {priority}</translation>
    </message>
    <message>
        <source>Search the 24 priorities</source>
        <translation>Buscar entre las 24 prioridades</translation>
    </message>
    <message>
        <source>Three are chosen; remove one to choose another</source>
        <translation>Hay tres elegidas; quite una para elegir otra</translation>
    </message>
    <message>
        <source>Who you are and where. Reports and advice start from these lines; most are optional.</source>
        <translation>Quiénes son y dónde están. Informes y consejos parten de estas líneas; casi todas son opcionales.</translation>
    </message>
    <message>
        <source>Go on to members</source>
        <translation>Seguir con los miembros</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Cluster organisation</source>
        <translation>Organización clúster</translation>
    </message>
    <message>
        <source>Fields of work</source>
        <translation>Ámbitos de trabajo</translation>
    </message>
    <message>
        <source>Up to three of the 24 smart-specialisation (S3) priorities.</source>
        <translation>Hasta tres de las 24 prioridades de especialización inteligente (S3).</translation>
    </message>
    <message>
        <source>This round</source>
        <translation>Esta ronda</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Founded in</source>
        <translation>Año de creación</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Excellence label</source>
        <translation>Sello de excelencia</translation>
    </message>
    <message>
        <source>Role in the value chain</source>
        <translation>Papel en la cadena de valor</translation>
    </message>
    <message>
        <source>Add a priority</source>
        <translation>Añadir una prioridad</translation>
    </message>
    <message>
        <source>Title of the report</source>
        <translation>Título del informe</translation>
    </message>
    <message>
        <source>Name of the round</source>
        <translation>Nombre de la ronda</translation>
    </message>
    <message>
        <source>Language of forms and report</source>
        <translation>Idioma de formularios e informe</translation>
    </message>
    <message>
        <source>Begins on</source>
        <translation>Empieza el</translation>
    </message>
    <message>
        <source>Answers wanted by</source>
        <translation>Respuestas hasta el</translation>
    </message>
    <message>
        <source>Name or NUTS code, such as ES21</source>
        <translation>Nombre o código NUTS, como ES21</translation>
    </message>
    <message>
        <source>Every entry is saved when you leave the field or press Enter, and can be undone with Ctrl+Z.

Country and region are lists: type a part of the name or of the NUTS code, walk with the arrow keys and press Enter. The region may be of level 1, 2 or 3; the smaller, the better partners can be found.

The S3 priorities are the fields of smart specialisation that your region and you agree on. Choose up to three; a click on a chosen one takes it out.

The name of the round and the day until which answers are wanted stand on the forms and in the report.

Team is an offer: the cluster&apos;s own people say what they master (1 to 4 answer an item, Enter goes on), stakeholders choose what should be trained first. The result stands beside published bands and counts in the step Develop. No names are needed.</source>
        <translation>Cada dato se guarda al salir del campo o al pulsar Intro, y se deshace con Ctrl+Z.

País y región son listas: escriba parte del nombre o del código NUTS, muévase con las flechas y pulse Intro. La región puede ser de nivel 1, 2 o 3; cuanto más pequeña, mejor se encuentran socios.

Las prioridades S3 son los ámbitos de especialización inteligente en que coinciden su región y ustedes. Elija hasta tres; un clic en una elegida la quita.

El nombre de la ronda y el día hasta el que se esperan respuestas figuran en los formularios y en el informe.

Equipo es una oferta: las personas del propio clúster dicen lo que dominan (1 a 4 responden a un punto, Intro sigue), las partes interesadas eligen lo primero que habría que formar. El resultado figura junto a intervalos publicados y cuenta en el paso Desarrollar. No hacen falta nombres.</translation>
    </message>
    <message>
        <source>Choose a country from the list.</source>
        <translation>Elija un país de la lista.</translation>
    </message>
    <message>
        <source>Choose a region from the list: type a part of its name or code.</source>
        <translation>Elija una región de la lista: escriba parte de su nombre o código.</translation>
    </message>
    <message>
        <source>The list of regions is still being read. Try again in a moment.</source>
        <translation>Todavía se está leyendo la lista de regiones. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Write a whole number, for example 12.</source>
        <translation>Escriba un número entero, por ejemplo 12.</translation>
    </message>
    <message>
        <source>Write a year, for example 1998.</source>
        <translation>Escriba un año, por ejemplo 1998.</translation>
    </message>
    <message>
        <source>Write a day as 2026-03-31 or 31/3/2026.</source>
        <translation>Escriba el día como 31/3/2026 o 2026-03-31.</translation>
    </message>
    <message>
        <source>{count} of {most} priorities</source>
        <translation>{count} de {most} prioridades</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Sin anotar</translation>
    </message>
    <message>
        <source>Level 1: group of regions</source>
        <translation>Nivel 1: grupo de regiones</translation>
    </message>
    <message>
        <source>Level 2: region</source>
        <translation>Nivel 2: región</translation>
    </message>
    <message>
        <source>Level 3: province, county or district</source>
        <translation>Nivel 3: provincia, condado o distrito</translation>
    </message>
</context>
<context>
    <name>GrantCard</name>
    <message>
        <source>Choose a logo</source>
        <translation>Elegir un logotipo</translation>
    </message>
    <message>
        <source>Funding and logo on the cover</source>
        <translation>Financiación y logotipo en la portada</translation>
    </message>
    <message>
        <source>Funded by</source>
        <translation>Financia</translation>
    </message>
    <message>
        <source>Call or programme</source>
        <translation>Convocatoria o programa</translation>
    </message>
    <message>
        <source>Grant agreement</source>
        <translation>Acuerdo de subvención</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Proyecto</translation>
    </message>
    <message>
        <source>Period begins on</source>
        <translation>El periodo empieza el</translation>
    </message>
    <message>
        <source>Period ends on</source>
        <translation>El periodo termina el</translation>
    </message>
    <message>
        <source>Work package</source>
        <translation>Paquete de trabajo</translation>
    </message>
    <message>
        <source>Deliverable</source>
        <translation>Entregable</translation>
    </message>
    <message>
        <source>Sentence that the funder asks for</source>
        <translation>Frase que pide la entidad financiadora</translation>
    </message>
    <message>
        <source>Word for word; it stands below the facts.</source>
        <translation>Palabra por palabra; figura debajo de los datos.</translation>
    </message>
    <message>
        <source>Choose a logo…</source>
        <translation>Elegir un logotipo…</translation>
    </message>
    <message>
        <source>PNG or JPEG, at most 10 MB. Save an SVG drawing as PNG first.</source>
        <translation>PNG o JPEG, como mucho 10 MB. Un dibujo SVG hay que guardarlo antes como PNG.</translation>
    </message>
    <message>
        <source>This picture is damaged, or was not made by fastmap. Choose the logo once more.</source>
        <translation>Esta imagen está dañada o no la hizo fastmap. Elige de nuevo el logotipo.</translation>
    </message>
    <message>
        <source>Take the logo off</source>
        <translation>Quitar el logotipo</translation>
    </message>
    <message>
        <source>What the logo shows</source>
        <translation>Qué muestra el logotipo</translation>
    </message>
    <message>
        <source>For those who cannot see it.</source>
        <translation>Para quien no puede verlo.</translation>
    </message>
</context>
<context>
    <name>TeamForm</name>
    <message>
        <source>Not recorded</source>
        <translation>Sin anotar</translation>
    </message>
    <message numerus="yes">
        <source>%n more note(s) stand in the file.</source>
        <translation>
            <numerusform>%n nota más está en el archivo.</numerusform>
            <numerusform>%n notas más están en el archivo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) chosen</source>
        <translation>
            <numerusform>%n punto elegido</numerusform>
            <numerusform>%n puntos elegidos</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {items} items answered</source>
        <translation>{count} de {items} puntos respondidos</translation>
    </message>
    <message>
        <source>choose for training</source>
        <translation>elegir para formar</translation>
    </message>
    <message>
        <source>1 to 4 answer the item and go on · Enter goes on · Delete takes the answer back</source>
        <translation>1 a 4 responden al punto y siguen · Intro sigue · Supr retira la respuesta</translation>
    </message>
    <message>
        <source>x or 1 chooses, again takes back · Enter goes on</source>
        <translation>x o 1 elige, otra vez lo retira · Intro sigue</translation>
    </message>
    <message>
        <source>{block}: {count} chosen, {low} to {high} asked for</source>
        <translation>{block}: {count} elegidos, se piden de {low} a {high}</translation>
    </message>
    <message>
        <source>{block}: {count} chosen, {low} asked for</source>
        <translation>{block}: {count} elegidos, se piden {low}</translation>
    </message>
    <message>
        <source>Let it count</source>
        <translation>Contarlo</translation>
    </message>
    <message>
        <source>Keep it out</source>
        <translation>Dejarlo fuera</translation>
    </message>
    <message>
        <source>Back to results</source>
        <translation>Volver a los resultados</translation>
    </message>
    <message>
        <source>Code (no name)</source>
        <translation>Código (sin nombre)</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Digital level (DigComp 1–8)</source>
        <translation>Nivel digital (DigComp 1–8)</translation>
    </message>
    <message>
        <source>Works for</source>
        <translation>Trabaja para</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Punto</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloque</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Items of the questionnaire</source>
        <translation>Puntos del cuestionario</translation>
    </message>
</context>
<context>
    <name>TeamPresenter</name>
    <message numerus="yes">
        <source>%n questionnaire(s) taken.</source>
        <translation>
            <numerusform>%n cuestionario tomado.</numerusform>
            <numerusform>%n cuestionarios tomados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s), the first: {first}</source>
        <translation>
            <numerusform>%n observación: {first}</numerusform>
            <numerusform>%n observaciones, la primera: {first}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamResults</name>
    <message>
        <source>Nobody has answered yet, and nothing waits for it. If you like: each person of the team answers 53 items in about ten minutes, here with the digits 1 to 4 or in an Excel form; stakeholders choose what the team should train first. No name is asked.</source>
        <translation>Nadie ha respondido todavía y nada depende de ello. Si lo desea: cada persona del equipo responde a 53 puntos en unos diez minutos, aquí con las cifras 1 a 4 o en un formulario de Excel; las partes interesadas eligen lo primero que debería formar el equipo. No se pide ningún nombre.</translation>
    </message>
    <message>
        <source>in place</source>
        <translation>alcanzado</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>todavía no</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>aún no se sabe</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) of the team answered</source>
        <translation>
            <numerusform>respondió %n persona del equipo</numerusform>
            <numerusform>respondieron %n personas del equipo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stakeholder(s) answered</source>
        <translation>
            <numerusform>respondió %n parte interesada</numerusform>
            <numerusform>respondieron %n partes interesadas</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} of {items} relevant items mastered, {target} is the target</source>
        <translation>{share} de {items} puntos relevantes dominados; el objetivo es {target}</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloque</translation>
    </message>
    <message>
        <source>Mastered</source>
        <translation>Dominado</translation>
    </message>
    <message>
        <source>To train</source>
        <translation>Por formar</translation>
    </message>
    <message>
        <source>Published elsewhere, and chosen</source>
        <translation>Publicado en otra parte, y elegido</translation>
    </message>
    <message>
        <source>Stakeholders: {items}</source>
        <translation>Partes interesadas: {items}</translation>
    </message>
    <message>
        <source>{team} what the team’s answers ask for, {others} what stakeholders chose; each line says why.</source>
        <translation>{team} lo que piden las respuestas del equipo, {others} lo que eligieron las partes interesadas; cada línea dice por qué.</translation>
    </message>
    <message>
        <source>No answer asks for training.</source>
        <translation>Ninguna respuesta pide formación.</translation>
    </message>
    <message>
        <source>What the team masters</source>
        <translation>Qué domina el equipo</translation>
    </message>
    <message>
        <source>Digital competence (DigComp)</source>
        <translation>Competencia digital (DigComp)</translation>
    </message>
    <message>
        <source>By block, beside published bands</source>
        <translation>Por bloque, junto a los intervalos publicados</translation>
    </message>
    <message>
        <source>What was published are bounds and ranges for some items of a block, with how many answered: no points to compare with. “Here” is your own share on the same items. Point at a line to read its items.</source>
        <translation>Lo publicado son límites e intervalos para algunos puntos de un bloque, con cuántos respondieron: no son valores con los que comparar. «Aquí» es la parte propia en los mismos puntos. Señale una línea para leer sus puntos.</translation>
    </message>
    <message>
        <source>What to train first</source>
        <translation>Qué formar primero</translation>
    </message>
</context>
<context>
    <name>TeamView</name>
    <message>
        <source>Not recorded</source>
        <translation>Sin anotar</translation>
    </message>
    <message>
        <source>Nothing bought in</source>
        <translation>No se contrata nada</translation>
    </message>
    <message numerus="yes">
        <source>%n questionnaire(s) removed. Undo brings them back.</source>
        <translation>
            <numerusform>%n cuestionario quitado. Deshacer lo recupera.</numerusform>
            <numerusform>%n cuestionarios quitados. Deshacer los recupera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder for the questionnaires</source>
        <translation>Elija una carpeta para los cuestionarios</translation>
    </message>
    <message>
        <source>Questionnaires (*.xlsx *.xls *.ods);;All files (*)</source>
        <translation>Cuestionarios (*.xlsx *.xls *.ods);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose filled questionnaires</source>
        <translation>Elija cuestionarios rellenos</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>Quién respondió</translation>
    </message>
    <message>
        <source>Codes instead of names. Enter opens the answers, Delete removes them.</source>
        <translation>Códigos en vez de nombres. Intro abre las respuestas, Supr las quita.</translation>
    </message>
    <message>
        <source>Add from the team</source>
        <translation>Añadir del equipo</translation>
    </message>
    <message>
        <source>Add a stakeholder</source>
        <translation>Añadir parte interesada</translation>
    </message>
    <message>
        <source>Write forms</source>
        <translation>Escribir formularios</translation>
    </message>
    <message>
        <source>Take forms</source>
        <translation>Tomar formularios</translation>
    </message>
    <message>
        <source>Digital level of ICT bought in</source>
        <translation>Nivel digital de las TIC contratadas</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Who answered the team self-assessment</source>
        <translation>Quién respondió a la autoevaluación del equipo</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>kept out</source>
        <translation>fuera</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>empezado</translation>
    </message>
    <message>
        <source>filled in</source>
        <translation>relleno</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Stakeholder</source>
        <translation>De fuera</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>partly there</source>
        <translation>en parte</translation>
    </message>
    <message>
        <source>mastered</source>
        <translation>dominado</translation>
    </message>
    <message>
        <source>not relevant</source>
        <translation>no relevante</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
    <message>
        <source>Written to {folder}: {files}. Filled in, they come back by “Take forms”.</source>
        <translation>Escritos en {folder}: {files}. Rellenos, vuelven con «Tomar formularios».</translation>
    </message>
</context>
</TS>
