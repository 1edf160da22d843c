<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ActionWords</name>
    <message numerus="yes">
        <source>%n action(s) in {cells} of {all} cells</source>
        <translation>
            <numerusform>%n acción en {cells} de {all} casillas</numerusform>
            <numerusform>%n acciones en {cells} de {all} casillas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{status} · %n partner(s)</source>
        <translation>
            <numerusform>{status} · %n socio</numerusform>
            <numerusform>{status} · %n socios</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActionsPage</name>
    <message>
        <source>“{title}” was removed. Undo brings it back.</source>
        <translation>Se ha quitado «{title}». Deshacer la recupera.</translation>
    </message>
    <message>
        <source>Place what the cluster does or plans. Drag a card to another cell, or press Alt and an arrow key.</source>
        <translation>Sitúe lo que el clúster hace o planea. Arrastre una tarjeta a otra casilla, o pulse Alt y una flecha.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Add action</source>
        <translation>Añadir acción</translation>
    </message>
    <message>
        <source>Picture saved: {path}</source>
        <translation>Imagen guardada: {path}</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>The grid shows what your cluster does or plans for skills. Columns say who must act: the cluster team alone, partners in the region or country, or partners abroad. Rows say whether an action changes one element, such as a course, or the way the whole system works.</source>
        <translation>La cuadrícula muestra lo que su clúster hace o planea en materia de competencias. Las columnas dicen quién tiene que actuar: solo el equipo del clúster, socios de la región o del país, o socios de otros países. Las filas dicen si una acción cambia un elemento, como un curso, o la forma en que funciona todo el sistema.</translation>
    </message>
    <message>
        <source>Add actions at the foot of a cell: one of the framework&apos;s, or your own. If you do not know where an action belongs, press “Add action” above the grid and answer three questions.</source>
        <translation>Añada acciones al pie de una casilla: una del marco de referencia o una propia. Si no sabe dónde va una acción, pulse «Añadir acción» encima de la cuadrícula y responda a tres preguntas.</translation>
    </message>
    <message>
        <source>With the mouse: drag a card to another cell, click it to see and change its details. With the keyboard: arrow keys walk from card to card, Alt with an arrow key moves the card, Enter opens it, Delete removes it. Every step can be undone.</source>
        <translation>Con el ratón: arrastre una tarjeta a otra casilla, o haga clic en ella para ver y cambiar sus datos. Con el teclado: las flechas pasan de una tarjeta a otra, Alt con una flecha mueve la tarjeta, Intro la abre y Supr la quita. Todo se puede deshacer.</translation>
    </message>
    <message>
        <source>ST, MT and LT say when an action shows effect: within 12 months, in one to three years, later. Actions of high complexity usually need the medium or long term.</source>
        <translation>ST, MT y LT dicen cuándo se nota una acción: antes de 12 meses, en uno a tres años o más tarde. Las acciones de complejidad alta suelen necesitar medio o largo plazo.</translation>
    </message>
    <message>
        <source>“Balance” says in sentences what the whole grid leaves open, and what is odd about single actions. Filter shows some of the actions only. Examples lists what other clusters did; record practices of your own there. Save picture gives the grid as PNG or SVG.</source>
        <translation>«Equilibrio» dice con frases lo que deja abierto la cuadrícula entera y qué hay de extraño en alguna acción. «Filtrar» muestra solo algunas acciones. «Ejemplos» reúne lo que hicieron otros clústeres; registre allí sus propias prácticas. «Guardar imagen» da la cuadrícula como PNG o SVG.</translation>
    </message>
    <message>
        <source>Empty cells are no mistake. The next steps propose actions for them where members&apos; needs ask for it.</source>
        <translation>Las casillas vacías no son un error. Los próximos pasos proponen acciones para ellas cuando las necesidades de los miembros lo piden.</translation>
    </message>
    <message>
        <source>Check timing</source>
        <translation>Revisar plazo</translation>
    </message>
    <message>
        <source>An action needs a title.</source>
        <translation>Una acción necesita un título.</translation>
    </message>
    <message>
        <source>Write a date such as 31/10/2026, or a month: 10/2026.</source>
        <translation>Escriba una fecha como 31/10/2026, o un mes: 10/2026.</translation>
    </message>
    <message>
        <source>Write an amount such as 12500.</source>
        <translation>Escriba un importe como 12500.</translation>
    </message>
    <message>
        <source>In this assessment</source>
        <translation>En esta evaluación</translation>
    </message>
    <message>
        <source>In the vocabulary</source>
        <translation>En el vocabulario</translation>
    </message>
    <message>
        <source>No actions placed yet</source>
        <translation>Aún no hay acciones situadas</translation>
    </message>
    <message>
        <source>Check dates</source>
        <translation>Revisar fechas</translation>
    </message>
    <message>
        <source>No partner named</source>
        <translation>Sin socio</translation>
    </message>
    <message>
        <source>Check framework action</source>
        <translation>Revisar acción del marco</translation>
    </message>
    <message>
        <source>{status} from {month}</source>
        <translation>{status} desde {month}</translation>
    </message>
    <message>
        <source>{status} since {year}</source>
        <translation>{status} desde {year}</translation>
    </message>
</context>
<context>
    <name>AddPanel</name>
    <message>
        <source>Inspiring practices</source>
        <translation>Prácticas inspiradoras</translation>
    </message>
    <message>
        <source>On the grid</source>
        <translation>Ya está</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add: {title}</source>
        <translation>Añadir: {title}</translation>
    </message>
    <message>
        <source>Add action</source>
        <translation>Añadir acción</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Cerrar panel</translation>
    </message>
    <message>
        <source>What you add is</source>
        <translation>Lo que añade está</translation>
    </message>
    <message>
        <source>Own action</source>
        <translation>Acción propia</translation>
    </message>
    <message>
        <source>What do you do, in a few words?</source>
        <translation>¿Qué hacen, en pocas palabras?</translation>
    </message>
    <message>
        <source>Not sure where it belongs?</source>
        <translation>¿No sabe dónde va?</translation>
    </message>
    <message>
        <source>Add own action</source>
        <translation>Añadir acción propia</translation>
    </message>
    <message>
        <source>Or take one of the framework</source>
        <translation>O tome una del marco de referencia</translation>
    </message>
    <message>
        <source>It belongs to: {cell}. You can move it afterwards.</source>
        <translation>Va en: {cell}. Después puede moverla.</translation>
    </message>
    <message>
        <source>Two answers say which cell it belongs to.</source>
        <translation>Dos respuestas dicen en qué casilla va.</translation>
    </message>
</context>
<context>
    <name>BalancePanel</name>
    <message>
        <source>Gaps</source>
        <translation>Huecos</translation>
    </message>
    <message>
        <source>Worth checking</source>
        <translation>Conviene revisar</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>Ya está</translation>
    </message>
    <message>
        <source>Nothing can be said yet: no action runs or is planned.</source>
        <translation>Aún no se puede decir nada: no hay acciones en marcha ni previstas.</translation>
    </message>
    <message>
        <source>Balance of the grid</source>
        <translation>Equilibrio de la cuadrícula</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Cerrar panel</translation>
    </message>
</context>
<context>
    <name>CellFrame</name>
    <message>
        <source>For example: {title}</source>
        <translation>Por ejemplo: {title}</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) not shown</source>
        <translation>
            <numerusform>%n acción no se muestra</numerusform>
            <numerusform>%n acciones no se muestran</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Aún no hay nada</translation>
    </message>
    <message>
        <source>Add action</source>
        <translation>Añadir acción</translation>
    </message>
    <message>
        <source>Add action: {cell}</source>
        <translation>Añadir acción: {cell}</translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation>
            <numerusform>%n acción</numerusform>
            <numerusform>%n acciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Acting alone</source>
        <translation>Actuar en solitario</translation>
    </message>
    <message>
        <source>Regional collaboration</source>
        <translation>Colaboración regional</translation>
    </message>
    <message>
        <source>International collaboration</source>
        <translation>Colaboración internacional</translation>
    </message>
    <message>
        <source>Services for members</source>
        <translation>Servicios para los miembros</translation>
    </message>
    <message>
        <source>Partners in the region or country</source>
        <translation>Socios de la región o del país</translation>
    </message>
    <message>
        <source>Clusters and universities abroad</source>
        <translation>Clústeres y universidades de otros países</translation>
    </message>
</context>
<context>
    <name>EditPanel</name>
    <message>
        <source>Inspiring practices</source>
        <translation>Prácticas inspiradoras</translation>
    </message>
    <message>
        <source>Open {link}</source>
        <translation>Abrir {link}</translation>
    </message>
    <message>
        <source>None: our own action</source>
        <translation>Ninguna: acción propia</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Cerrar panel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>When it shows effect</source>
        <translation>Cuándo se nota</translation>
    </message>
    <message>
        <source>Who is in charge</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Socios</translation>
    </message>
    <message>
        <source>Search partners</source>
        <translation>Buscar socios</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>Skills it is about</source>
        <translation>Competencias que trata</translation>
    </message>
    <message>
        <source>Search skills</source>
        <translation>Buscar competencias</translation>
    </message>
    <message>
        <source>Use “{text}”</source>
        <translation>Usar «{text}»</translation>
    </message>
    <message>
        <source>In the cluster&apos;s own words</source>
        <translation>Con palabras del clúster</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>dd/mm/aaaa</translation>
    </message>
    <message>
        <source>Budget (€)</source>
        <translation>Presupuesto (€)</translation>
    </message>
    <message>
        <source>Funded by</source>
        <translation>Financiación</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Links or words that show what was done, one a line.</source>
        <translation>Enlaces o palabras que muestran lo que se hizo, uno por línea.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Action of the framework it follows</source>
        <translation>Acción del marco que sigue</translation>
    </message>
    <message>
        <source>Remove action</source>
        <translation>Quitar acción</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Nobody in charge</source>
        <translation>Sin responsable</translation>
    </message>
    <message>
        <source>Any timing</source>
        <translation>Cualquier plazo</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Cualquier estado</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Any step</source>
        <translation>Cualquier paso</translation>
    </message>
    <message>
        <source>Any skill</source>
        <translation>Cualquier competencia</translation>
    </message>
    <message>
        <source>Any partner</source>
        <translation>Cualquier socio</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n action(s)</source>
        <translation>
            <numerusform>{shown} de %n acción</numerusform>
            <numerusform>{shown} de %n acciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all actions again</source>
        <translation>Mostrar otra vez todas las acciones</translation>
    </message>
</context>
<context>
    <name>GridLegend</name>
    <message numerus="yes">
        <source>%n of {all} cells is empty. Empty cells feed the next steps.</source>
        <translation>
            <numerusform>%n de {all} casillas está vacía. Las casillas vacías alimentan los próximos pasos.</numerusform>
            <numerusform>%n de {all} casillas están vacías. Las casillas vacías alimentan los próximos pasos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every cell holds an action.</source>
        <translation>Hay acciones en todas las casillas.</translation>
    </message>
    <message numerus="yes">
        <source>Balance: %n gap(s)</source>
        <translation>
            <numerusform>Equilibrio: %n hueco</numerusform>
            <numerusform>Equilibrio: %n huecos</numerusform>
        </translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Equilibrio</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Short term</source>
        <translation>Corto plazo</translation>
    </message>
    <message>
        <source>Medium term</source>
        <translation>Medio plazo</translation>
    </message>
    <message>
        <source>Long term</source>
        <translation>Largo plazo</translation>
    </message>
</context>
<context>
    <name>GridPictureButton</name>
    <message>
        <source>Save picture of the grid</source>
        <translation>Guardar imagen de la cuadrícula</translation>
    </message>
    <message>
        <source>For the cluster team, with names</source>
        <translation>Para el equipo del clúster, con nombres</translation>
    </message>
    <message>
        <source>For others: no member is named</source>
        <translation>Para otros: sin nombrar a ningún miembro</translation>
    </message>
</context>
<context>
    <name>PracticeForm</name>
    <message>
        <source>Give it a name.</source>
        <translation>Póngale un nombre.</translation>
    </message>
    <message>
        <source>Say in a sentence what was done.</source>
        <translation>Diga en una frase lo que se hizo.</translation>
    </message>
    <message>
        <source>Name of the practice</source>
        <translation>Nombre de la práctica</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Qué se hizo</translation>
    </message>
    <message>
        <source>Where it belongs</source>
        <translation>Dónde va</translation>
    </message>
    <message>
        <source>Kinds of partner</source>
        <translation>Tipos de socio</translation>
    </message>
    <message>
        <source>It is suggested where its cell and a kind of partner fit.</source>
        <translation>Se sugiere donde encajan su casilla y un tipo de socio.</translation>
    </message>
    <message>
        <source>Search kinds of partner</source>
        <translation>Buscar tipos de socio</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Known from (link or words)</source>
        <translation>Se conoce por (enlace o palabras)</translation>
    </message>
    <message>
        <source>Save practice</source>
        <translation>Guardar práctica</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Remove practice</source>
        <translation>Quitar práctica</translation>
    </message>
</context>
<context>
    <name>PracticeList</name>
    <message>
        <source>Own practice</source>
        <translation>Práctica propia</translation>
    </message>
    <message>
        <source>Known from: {source}</source>
        <translation>Se conoce por: {source}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
</context>
<context>
    <name>PracticeRecording</name>
    <message>
        <source>Recorded. It is suggested where its cell and a kind of partner fit.</source>
        <translation>Registrada. Se sugiere donde encajan su casilla y un tipo de socio.</translation>
    </message>
    <message>
        <source>The practice was removed. Undo brings it back.</source>
        <translation>Se ha quitado la práctica. Deshacer la recupera.</translation>
    </message>
</context>
<context>
    <name>PracticesPanel</name>
    <message>
        <source>What other clusters did</source>
        <translation>Lo que hicieron otros clústeres</translation>
    </message>
    <message>
        <source>Close panel</source>
        <translation>Cerrar panel</translation>
    </message>
    <message>
        <source>Record a practice of your own</source>
        <translation>Registrar una práctica propia</translation>
    </message>
</context>
<context>
    <name>RowHead</name>
    <message>
        <source>Low–medium complexity</source>
        <translation>Complejidad baja o media</translation>
    </message>
    <message>
        <source>High complexity</source>
        <translation>Complejidad alta</translation>
    </message>
    <message>
        <source>Changes one element of the skills ecosystem</source>
        <translation>Cambia un elemento del ecosistema de competencias</translation>
    </message>
    <message>
        <source>Changes how the whole ecosystem works; medium to long term</source>
        <translation>Cambia cómo funciona todo el ecosistema; a medio o largo plazo</translation>
    </message>
</context>
<context>
    <name>TimingHint</name>
    <message>
        <source>Set to medium term</source>
        <translation>Poner medio plazo</translation>
    </message>
    <message>
        <source>Keep short term</source>
        <translation>Dejar corto plazo</translation>
    </message>
</context>
</TS>
