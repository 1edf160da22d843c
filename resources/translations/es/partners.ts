<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AskDialog</name>
    <message numerus="yes">
        <source>%n provider(s) chosen</source>
        <translation>
            <numerusform>%n proveedor elegido</numerusform>
            <numerusform>%n proveedores elegidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a folder and write</source>
        <translation>Elegir carpeta y escribir</translation>
    </message>
    <message>
        <source>Write a day that is still to come, as 31/3/2027 or 2027-03-31.</source>
        <translation>Escriba un día que aún no haya pasado, como 31/3/2027 o 2027-03-31.</translation>
    </message>
    <message numerus="yes">
        <source>The sheet says which skills your members need, how many people and at what level. No figure rests on fewer than %n member(s), and nobody is named. Send both files; drop the filled Excel form on the window.</source>
        <translation>
            <numerusform>La hoja dice qué competencias necesitan sus miembros, cuántas personas y a qué nivel. Ninguna cifra se basa en menos de %n miembro y no se nombra a nadie. Envíe los dos archivos; suelte en la ventana el formulario de Excel rellenado.</numerusform>
            <numerusform>La hoja dice qué competencias necesitan sus miembros, cuántas personas y a qué nivel. Ninguna cifra se basa en menos de %n miembros y no se nombra a nadie. Envíe los dos archivos; suelte en la ventana el formulario de Excel rellenado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers wanted by</source>
        <translation>Respuestas antes del</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Language of the sheets</source>
        <translation>Idioma de las hojas</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>No elegir ninguno</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Elegir todos</translation>
    </message>
    <message>
        <source>A sheet for each provider, and a form for its answer</source>
        <translation>Una hoja para cada proveedor y un formulario para su respuesta</translation>
    </message>
    <message>
        <source>Ask providers</source>
        <translation>Preguntar a proveedores</translation>
    </message>
</context>
<context>
    <name>CommitmentCard</name>
    <message>
        <source>Where it can be seen</source>
        <translation>Dónde puede verse</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>antes del {day}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sin fecha</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>sin responsable indicado</translation>
    </message>
    <message>
        <source>kind not said</source>
        <translation>tipo sin indicar</translation>
    </message>
</context>
<context>
    <name>CommitmentsView</name>
    <message>
        <source>Type what somebody committed to</source>
        <translation>Escriba a qué se ha comprometido alguien</translation>
    </message>
    <message numerus="yes">
        <source>%n commitment(s) recorded</source>
        <translation>
            <numerusform>%n compromiso registrado</numerusform>
            <numerusform>%n compromisos registrados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n cumplido</numerusform>
            <numerusform>%n cumplidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n con retraso</numerusform>
            <numerusform>%n con retraso</numerusform>
        </translation>
    </message>
    <message>
        <source>A pact for skills lives on what each partner promises: places, trainers, money, time. Record it here in the workshop, and look at it again at the next meeting.</source>
        <translation>Un pacto por las competencias vive de lo que promete cada socio: plazas, docentes, dinero, tiempo. Regístrelo aquí en el taller y vuelva a mirarlo en la próxima reunión.</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Con retraso</translation>
    </message>
    <message>
        <source>“{text}” is no date. Nothing was changed. Write 1/3/2027, 2027-03-01, or 3/2027 for its last day.</source>
        <translation>«{text}» no es una fecha. No se ha cambiado nada. Escriba 1/3/2027, 2027-03-01 o, para el último día del mes, 3/2027.</translation>
    </message>
    <message>
        <source>“{text}” is no kind of commitment. Nothing was changed.</source>
        <translation>«{text}» no es ningún tipo de compromiso. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>“{text}” is no state of a commitment. Nothing was changed.</source>
        <translation>«{text}» no es ningún estado de un compromiso. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>“{text}” was not understood. Nothing was changed.</source>
        <translation>«{text}» no se entendió. No se ha cambiado nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n commitment(s) removed. Undo brings them back.</source>
        <translation>
            <numerusform>%n compromiso quitado. Deshacer lo recupera.</numerusform>
            <numerusform>%n compromisos quitados. Deshacer los recupera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commitment(s) pasted.</source>
        <translation>
            <numerusform>%n compromiso pegado.</numerusform>
            <numerusform>%n compromisos pegados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) not understood: {texts}.</source>
        <translation>
            <numerusform>%n celda no entendida: {texts}.</numerusform>
            <numerusform>%n celdas no entendidas: {texts}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Commitment</source>
        <translation>Compromiso</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Fecha límite</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Where it can be seen</source>
        <translation>Dónde puede verse</translation>
    </message>
    <message>
        <source>What partners committed to</source>
        <translation>A qué se han comprometido los socios</translation>
    </message>
</context>
<context>
    <name>CoverageTable</name>
    <message>
        <source>Offered by</source>
        <translation>Quién la ofrece</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plazas</translation>
    </message>
    <message>
        <source>People short</source>
        <translation>Faltan</translation>
    </message>
    <message>
        <source>Firms</source>
        <translation>Empresas</translation>
    </message>
    <message>
        <source>Covered?</source>
        <translation>¿Cubierta?</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Competencia</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Skills, how far they are covered, and by whom</source>
        <translation>Competencias, hasta qué punto están cubiertas y por quién</translation>
    </message>
</context>
<context>
    <name>CoverageView</name>
    <message>
        <source>No member has named a skill yet. Take in forms, or enter needs in the step Needs.</source>
        <translation>Ningún miembro ha nombrado todavía una competencia. Recoja formularios o introduzca necesidades en el paso Necesidades.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Mapa de calor</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Se muestra como</translation>
    </message>
    <message>
        <source>Top skills and the partners that offer them</source>
        <translation>Competencias prioritarias y socios que las ofrecen</translation>
    </message>
    <message>
        <source>8 · places a year, fits</source>
        <translation>8 · plazas al año, encaja</translation>
    </message>
    <message>
        <source>8 · places, nobody said whether it fits</source>
        <translation>8 · plazas, nadie ha dicho si encaja</translation>
    </message>
    <message>
        <source>✕ · does not fit</source>
        <translation>✕ · no encaja</translation>
    </message>
    <message>
        <source>? places not known. Empty: no offer recorded</source>
        <translation>? plazas desconocidas. Vacío: ninguna oferta registrada</translation>
    </message>
    <message>
        <source>The figures are being worked out…</source>
        <translation>Calculando las cifras…</translation>
    </message>
    <message>
        <source>No skill is ranked yet. Once three firms name the same skill, it appears here.</source>
        <translation>Todavía no hay ninguna competencia en la clasificación. En cuanto tres empresas nombren la misma, aparecerá aquí.</translation>
    </message>
    <message>
        <source>No recorded offer is about one of the top skills. Add offers to partners, and ask.</source>
        <translation>Ninguna oferta registrada trata de una competencia prioritaria. Añada ofertas a los socios y pregunte.</translation>
    </message>
    <message>
        <source>Offered by {partner}</source>
        <translation>Lo que ofrece {partner}</translation>
    </message>
    <message>
        <source>No offer recorded for this skill. It may exist all the same: ask.</source>
        <translation>No hay ninguna oferta registrada para esta competencia. Puede existir de todos modos: pregunte.</translation>
    </message>
    <message>
        <source>Firms that need it</source>
        <translation>Empresas que la necesitan</translation>
    </message>
</context>
<context>
    <name>ExchangeDesk</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Choose a folder for the sheets</source>
        <translation>Elija una carpeta para las hojas</translation>
    </message>
    <message>
        <source>Spreadsheets ({patterns})</source>
        <translation>Hojas de cálculo ({patterns})</translation>
    </message>
    <message>
        <source>Choose a list of partners</source>
        <translation>Elija una lista de socios</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>What was found in the files</source>
        <translation>Qué se encontró en los archivos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>FindingsStrip</name>
    <message>
        <source>What was found</source>
        <translation>Qué se encontró</translation>
    </message>
    <message numerus="yes">
        <source>Something was found in %n file(s) of the last import.</source>
        <translation>
            <numerusform>Se encontró algo en %n archivo de la última importación.</numerusform>
            <numerusform>Se encontró algo en %n archivos de la última importación.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IntroductionsView</name>
    <message>
        <source>Back to the proposed words</source>
        <translation>Volver al texto propuesto</translation>
    </message>
    <message>
        <source>It names no firm that lacks the skill: only your team sees who answered what. Reword it before copying.</source>
        <translation>No nombra a ninguna empresa a la que le falte la competencia: solo su equipo ve quién respondió qué. Puede cambiar el texto antes de copiarlo.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Introduction to make</source>
        <translation>Presentación pendiente</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Introductions to make, best first</source>
        <translation>Presentaciones pendientes, las mejores primero</translation>
    </message>
    <message>
        <source>Firms to bring along</source>
        <translation>Empresas que conviene llevar</translation>
    </message>
    <message>
        <source>Who could introduce them</source>
        <translation>Quién podría presentarlas</translation>
    </message>
    <message>
        <source>A short mail to the partner</source>
        <translation>Un correo breve al socio</translation>
    </message>
    <message>
        <source>Text of the mail</source>
        <translation>Texto del correo</translation>
    </message>
    <message>
        <source>Copy mail</source>
        <translation>Copiar correo</translation>
    </message>
    <message>
        <source>Plan as action</source>
        <translation>Planificar como acción</translation>
    </message>
    <message>
        <source>Planned as an action</source>
        <translation>Planificada como acción</translation>
    </message>
    <message>
        <source>The figures are being worked out…</source>
        <translation>Calculando las cifras…</translation>
    </message>
    <message>
        <source>No introduction follows from what is recorded. Record what partners offer, and who works with them.</source>
        <translation>De lo registrado no se deduce ninguna presentación. Registre qué ofrecen los socios y quién trabaja con ellos.</translation>
    </message>
    <message>
        <source>About: {skills}</source>
        <translation>Sobre: {skills}</translation>
    </message>
    <message>
        <source>No member is recorded as working with it. Ask who knows somebody.</source>
        <translation>No consta ningún miembro que trabaje con este socio. Pregunte quién conoce a alguien.</translation>
    </message>
    <message>
        <source>The mail is on the clipboard.</source>
        <translation>El correo está en el portapapeles.</translation>
    </message>
    <message>
        <source>Planned. You find it among the actions; Undo takes it back.</source>
        <translation>Planificada. Está entre las acciones; Deshacer la retira.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>since</source>
        <translation>desde</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>evidencia</translation>
    </message>
    <message>
        <source>Two or more members are noted as this partner then: {members}. Look which one it is.</source>
        <translation>Entonces dos o más miembros constan como este socio: {members}. Revise cuál de ellos es.</translation>
    </message>
    <message>
        <source>In forms, “{name}” stays no partner, as was decided.</source>
        <translation>En los formularios, «{name}» sigue sin ser socio, como se decidió.</translation>
    </message>
    <message>
        <source>In forms, “{name}” goes on to mean {partner}.</source>
        <translation>En los formularios, «{name}» sigue significando {partner}.</translation>
    </message>
    <message>
        <source>seat in a body of the cluster</source>
        <translation>puesto en un órgano del clúster</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>modalidad</translation>
    </message>
    <message>
        <source>language</source>
        <translation>idioma</translation>
    </message>
    <message>
        <source>publicly funded</source>
        <translation>financiación pública</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>coste</translation>
    </message>
    <message>
        <source>fits the content</source>
        <translation>encaje del contenido</translation>
    </message>
    <message>
        <source>places a year</source>
        <translation>plazas al año</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contacto</translation>
    </message>
    <message>
        <source>how close</source>
        <translation>cercanía</translation>
    </message>
    <message>
        <source>in the cluster</source>
        <translation>en el clúster</translation>
    </message>
    <message>
        <source>level</source>
        <translation>nivel</translation>
    </message>
    <message>
        <source>type</source>
        <translation>tipo</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>{what}: {kept} stays, {gone} goes</source>
        <translation>{what}: se queda {kept}, se va {gone}</translation>
    </message>
    <message>
        <source>Where the two differ:</source>
        <translation>En qué se diferencian:</translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s) of the same skill and form become one.</source>
        <translation>
            <numerusform>%n oferta de la misma competencia y forma se une a otra.</numerusform>
            <numerusform>%n ofertas de la misma competencia y forma se unen a otras.</numerusform>
        </translation>
    </message>
    <message>
        <source>Offers, links, actions and names of both come together. Undo takes it back in one step.</source>
        <translation>Las ofertas, los vínculos, las acciones y los nombres de ambos se juntan. Deshacer lo revierte en un paso.</translation>
    </message>
    <message>
        <source>Choose a partner…</source>
        <translation>Elija un socio…</translation>
    </message>
    <message>
        <source>Make them one</source>
        <translation>Unirlos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Its values win where both are known. The other name is remembered as another spelling.</source>
        <translation>Sus valores se imponen donde se conocen los dos. El otro nombre se recuerda como otra forma de escribirlo.</translation>
    </message>
    <message>
        <source>Which one stays?</source>
        <translation>¿Cuál se queda?</translation>
    </message>
    <message>
        <source>Which other entry is it?</source>
        <translation>¿Con qué otra entrada?</translation>
    </message>
    <message>
        <source>Two entries, one organisation</source>
        <translation>Dos entradas, una organización</translation>
    </message>
    <message>
        <source>Make two partners one</source>
        <translation>Unir dos socios en uno</translation>
    </message>
</context>
<context>
    <name>NameCard</name>
    <message>
        <source>Choose a type…</source>
        <translation>Elija un tipo…</translation>
    </message>
    <message>
        <source>Another partner…</source>
        <translation>Otro socio…</translation>
    </message>
    <message>
        <source>Record as new partner (Enter)</source>
        <translation>Registrar como nuevo socio (Intro)</translation>
    </message>
    <message>
        <source>Same as {partner} (Enter)</source>
        <translation>Es {partner} (Intro)</translation>
    </message>
    <message>
        <source>It named itself: that link leads to itself and counts nowhere.</source>
        <translation>Se nombró a sí misma: ese vínculo lleva a ella misma y no cuenta en ningún sitio.</translation>
    </message>
    <message>
        <source>Your member {member} has this name. As a new partner it is one organisation in two roles.</source>
        <translation>Su miembro {member} tiene este nombre. Como nuevo socio será una organización con dos papeles.</translation>
    </message>
    <message>
        <source>No partner is called like this.</source>
        <translation>Ningún socio se llama así.</translation>
    </message>
    <message>
        <source>Probably {partner}: {reason}.</source>
        <translation>Probablemente {partner}: {reason}.</translation>
    </message>
    <message>
        <source>It is {partner}.</source>
        <translation>Es {partner}.</translation>
    </message>
    <message>
        <source>Noted as not a partner. Nobody is asked about it again.</source>
        <translation>Consta que no es un socio. No se vuelve a preguntar.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>not a partner</source>
        <translation>no es un socio</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>socio</translation>
    </message>
    <message numerus="yes">
        <source>Named by %n firm(s): {firms}</source>
        <translation>
            <numerusform>Nombrada por %n empresa: {firms}</numerusform>
            <numerusform>Nombrada por %n empresas: {firms}</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back (T)</source>
        <translation>Retirar (T)</translation>
    </message>
    <message>
        <source>Not a partner (X)</source>
        <translation>No es un socio (X)</translation>
    </message>
    <message>
        <source>New partner (N)</source>
        <translation>Nuevo socio (N)</translation>
    </message>
    <message>
        <source>Same as (S)</source>
        <translation>Es este (S)</translation>
    </message>
    <message>
        <source>Type of the new partner</source>
        <translation>Tipo del nuevo socio</translation>
    </message>
    <message>
        <source>Which partner it is</source>
        <translation>Qué socio es</translation>
    </message>
    <message>
        <source>Written as – untick what is another organisation</source>
        <translation>Escrito así: desmarque lo que sea otra organización</translation>
    </message>
</context>
<context>
    <name>NamesStrip</name>
    <message numerus="yes">
        <source>%n organisation(s) named in forms are not under Partners yet.</source>
        <translation>
            <numerusform>%n organización nombrada en los formularios aún no está entre los socios.</numerusform>
            <numerusform>%n organizaciones nombradas en los formularios aún no están entre los socios.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review names</source>
        <translation>Revisar nombres</translation>
    </message>
</context>
<context>
    <name>NamesView</name>
    <message>
        <source>Choose first what kind of organisation it is: no firm said.</source>
        <translation>Elija antes qué tipo de organización es: ninguna empresa lo dijo.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>The decisions are being put together…</source>
        <translation>Se están reuniendo las decisiones…</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>socio</translation>
    </message>
    <message>
        <source>not a partner</source>
        <translation>no es un socio</translation>
    </message>
    <message>
        <source>new partner</source>
        <translation>nuevo socio</translation>
    </message>
    <message>
        <source>Keys: T take back, Ctrl+Z undo</source>
        <translation>Teclas: T retirar, Ctrl+Z deshacer</translation>
    </message>
    <message>
        <source>Keys: Enter accept, S same as another partner, N new partner, X not a partner, Ctrl+Z undo</source>
        <translation>Teclas: Intro aceptar, S es otro socio, N nuevo socio, X no es un socio, Ctrl+Z deshacer</translation>
    </message>
    <message>
        <source>Nothing is decided yet.</source>
        <translation>Aún no se ha decidido nada.</translation>
    </message>
    <message>
        <source>Every organisation that firms named is decided about.</source>
        <translation>Ya se ha decidido sobre todas las organizaciones que nombraron las empresas.</translation>
    </message>
    <message>
        <source>Decided: {count}</source>
        <translation>Decididas: {count}</translation>
    </message>
    <message>
        <source>To decide: {count}</source>
        <translation>Por decidir: {count}</translation>
    </message>
    <message>
        <source>Organisations that firms named</source>
        <translation>Organizaciones que nombraron las empresas</translation>
    </message>
    <message>
        <source>Firms</source>
        <translation>Empresas</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>Probably</source>
        <translation>Probablemente</translation>
    </message>
    <message>
        <source>As firms wrote it</source>
        <translation>Como lo escribieron</translation>
    </message>
    <message>
        <source>Back to partners</source>
        <translation>Volver a los socios</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Mostrar a todos</translation>
    </message>
    <message>
        <source>Members without a link</source>
        <translation>Miembros sin vínculo</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Intermediarios</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Leyenda</translation>
    </message>
    <message>
        <source>Beside the map</source>
        <translation>Junto al mapa</translation>
    </message>
    <message>
        <source>Nothing recorded</source>
        <translation>Nada registrado</translation>
    </message>
    <message>
        <source>Nobody among those who answered.</source>
        <translation>Nadie entre los que respondieron.</translation>
    </message>
    <message>
        <source>{skills} and {count} more</source>
        <translation>{skills} y {count} más</translation>
    </message>
    <message>
        <source>Nobody is recorded as working with it</source>
        <translation>No consta que nadie trabaje con ella</translation>
    </message>
    <message>
        <source>Works with</source>
        <translation>Trabaja con</translation>
    </message>
    <message>
        <source>They answered and named no partner that is recorded.</source>
        <translation>Respondieron y no nombraron a ningún socio registrado.</translation>
    </message>
    <message>
        <source>Nobody connects others yet: no organisation has two links.</source>
        <translation>Todavía nadie conecta a otros: ninguna organización tiene dos vínculos.</translation>
    </message>
    <message>
        <source>Shortest ways between two others that lead through them, of 100.</source>
        <translation>De cada 100 caminos más cortos entre otros dos, cuántos pasan por ellos.</translation>
    </message>
    <message>
        <source>{members} members, {partners} partners, {links} links</source>
        <translation>{members} miembros, {partners} socios, {links} vínculos</translation>
    </message>
</context>
<context>
    <name>NetworkTable</name>
    <message>
        <source>Remark</source>
        <translation>Observación</translation>
    </message>
    <message>
        <source>Between (%)</source>
        <translation>Entre otros (%)</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Vínculos</translation>
    </message>
    <message>
        <source>How close</source>
        <translation>Cercanía</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Organisations of the network</source>
        <translation>Organizaciones de la red</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>on few of the shortest ways between others</source>
        <translation>en pocos de los caminos más cortos entre otros</translation>
    </message>
    <message>
        <source>Skills it needs</source>
        <translation>Competencias que necesita</translation>
    </message>
    <message>
        <source>Skills it offers</source>
        <translation>Competencias que ofrece</translation>
    </message>
    <message>
        <source>No link recorded</source>
        <translation>Sin vínculo registrado</translation>
    </message>
    <message>
        <source>Not heard: links not known</source>
        <translation>Sin respuesta: vínculos desconocidos</translation>
    </message>
    <message>
        <source>Answered, no link recorded</source>
        <translation>Respondió, sin vínculo registrado</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Intermediario</translation>
    </message>
    <message>
        <source>Member, kind not known</source>
        <translation>Miembro, tipo desconocido</translation>
    </message>
    <message>
        <source>Member, {kind}</source>
        <translation>Miembro, {kind}</translation>
    </message>
    <message>
        <source>Stage not known</source>
        <translation>Cercanía desconocida</translation>
    </message>
    <message>
        <source>Drawing for print (*.svg)</source>
        <translation>Dibujo para imprimir (*.svg)</translation>
    </message>
    <message>
        <source>Picture for slides (*.png)</source>
        <translation>Imagen para diapositivas (*.png)</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Guardar la imagen</translation>
    </message>
    <message>
        <source>Map of members, partners and links. Page Down walks from one to the next, Enter looks at it alone.</source>
        <translation>Mapa de miembros, socios y vínculos. Av Pág pasa de uno al siguiente, Intro lo muestra solo.</translation>
    </message>
    <message>
        <source>Whole map: 0</source>
        <translation>Todo el mapa: 0</translation>
    </message>
    <message>
        <source>Smaller: − or the wheel</source>
        <translation>Más pequeño: − o la rueda</translation>
    </message>
    <message>
        <source>Larger: + or the wheel</source>
        <translation>Más grande: + o la rueda</translation>
    </message>
    <message>
        <source>For others: no member is named</source>
        <translation>Para terceros: no se nombra a ningún miembro</translation>
    </message>
    <message>
        <source>For the cluster team, with names</source>
        <translation>Para el equipo del clúster, con nombres</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copiar tabla</translation>
    </message>
    <message>
        <source>Reset: no filter, whole map</source>
        <translation>Restablecer: sin filtro, todo el mapa</translation>
    </message>
    <message>
        <source>Whom to point out</source>
        <translation>A quién destacar</translation>
    </message>
    <message>
        <source>Skill: members that need it, partners that offer it</source>
        <translation>Competencia: miembros que la necesitan, socios que la ofrecen</translation>
    </message>
    <message>
        <source>How close the partner is</source>
        <translation>Cercanía del socio</translation>
    </message>
    <message>
        <source>Partner type</source>
        <translation>Tipo de socio</translation>
    </message>
    <message>
        <source>Find an organisation</source>
        <translation>Buscar organización</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Se muestra como</translation>
    </message>
    <message>
        <source>Picture saved: {path}</source>
        <translation>Imagen guardada: {path}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied: paste them into a spreadsheet.</source>
        <translation>
            <numerusform>%n fila copiada: péguela en una hoja de cálculo.</numerusform>
            <numerusform>%n filas copiadas: péguelas en una hoja de cálculo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Members without a link</source>
        <translation>Miembros sin vínculo</translation>
    </message>
    <message>
        <source>Brokers</source>
        <translation>Intermediarios</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>All skills</source>
        <translation>Toda competencia</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>Toda cercanía</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>No link is recorded yet. Open a partner and note which members work with it, or take in forms: they ask for it.</source>
        <translation>Todavía no hay ningún vínculo registrado. Abra un socio y anote qué miembros trabajan con él, o recoja formularios: lo preguntan.</translation>
    </message>
    <message>
        <source>Go to partners</source>
        <translation>Ir a los socios</translation>
    </message>
    <message>
        <source>No partners are recorded yet: add them to see who works with whom.</source>
        <translation>Todavía no hay socios registrados: añádalos para ver quién trabaja con quién.</translation>
    </message>
    <message>
        <source>Go to members</source>
        <translation>Ir a los miembros</translation>
    </message>
    <message>
        <source>No members are recorded yet: add them to see who works with whom.</source>
        <translation>Todavía no hay miembros registrados: añádalos para ver quién trabaja con quién.</translation>
    </message>
    <message>
        <source>Only one member is recorded. A network shows who connects several: add members.</source>
        <translation>Solo hay un miembro registrado. Una red muestra quién conecta a varios: añada miembros.</translation>
    </message>
    <message>
        <source>The figures are being worked out…</source>
        <translation>Calculando las cifras…</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message numerus="yes">
        <source>on the shortest way between %n of 100 pairs of others</source>
        <translation>
            <numerusform>en el camino más corto entre %n de cada 100 parejas de otros</numerusform>
            <numerusform>en el camino más corto entre %n de cada 100 parejas de otros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n vínculo</numerusform>
            <numerusform>%n vínculos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewPartner</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>The rest can be filled in once it is recorded.</source>
        <translation>Lo demás puede completarse una vez registrado.</translation>
    </message>
    <message>
        <source>Record partner</source>
        <translation>Registrar socio</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Say what the partner is called.</source>
        <translation>Diga cómo se llama el socio.</translation>
    </message>
    <message>
        <source>Choose what kind of organisation it is.</source>
        <translation>Elija qué tipo de organización es.</translation>
    </message>
</context>
<context>
    <name>OfferForm</name>
    <message>
        <source>Skill</source>
        <translation>Competencia</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Modalidad</translation>
    </message>
    <message>
        <source>Places a year</source>
        <translation>Plazas al año</translation>
    </message>
    <message>
        <source>Blank: not known.</source>
        <translation>En blanco: no se sabe.</translation>
    </message>
    <message>
        <source>Does it fit what members need?</source>
        <translation>¿Encaja con lo que necesitan los miembros?</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Publicly funded</source>
        <translation>Financiación pública</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>How it is taught</source>
        <translation>Cómo se imparte</translation>
    </message>
    <message>
        <source>How do we know?</source>
        <translation>¿Cómo lo sabemos?</translation>
    </message>
    <message>
        <source>Keep “{text}”</source>
        <translation>Dejar «{text}»</translation>
    </message>
    <message>
        <source>As the cluster&apos;s own words</source>
        <translation>Como palabra propia del clúster</translation>
    </message>
    <message>
        <source>For example: free, 450 € a person</source>
        <translation>Por ejemplo: gratis, 450 € por persona</translation>
    </message>
    <message>
        <source>For example: on site, evenings, online</source>
        <translation>Por ejemplo: presencial, por la tarde, en línea</translation>
    </message>
    <message>
        <source>Save offer</source>
        <translation>Guardar oferta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Say which skill it teaches.</source>
        <translation>Diga qué competencia enseña.</translation>
    </message>
    <message>
        <source>A whole number, or nothing if it is not known.</source>
        <translation>Un número entero, o nada si no se sabe.</translation>
    </message>
</context>
<context>
    <name>PartnerFields</name>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>How close</source>
        <translation>Cercanía</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>In the cluster</source>
        <translation>En el clúster</translation>
    </message>
    <message>
        <source>Has a seat in a body of the cluster</source>
        <translation>Tiene un puesto en un órgano del clúster</translation>
    </message>
</context>
<context>
    <name>PartnerPanel</name>
    <message>
        <source>{kind}, named in its form</source>
        <translation>{kind}, nombrado en su formulario</translation>
    </message>
    <message>
        <source>Make one with another partner…</source>
        <translation>Unir con otro socio…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Personal data: never part of anonymous reports.</source>
        <translation>Datos personales: nunca aparecen en informes anónimos.</translation>
    </message>
    <message>
        <source>Erase this contact for good…</source>
        <translation>Borrar este contacto para siempre…</translation>
    </message>
    <message>
        <source>What it offers</source>
        <translation>Qué ofrece</translation>
    </message>
    <message>
        <source>Add offer</source>
        <translation>Añadir oferta</translation>
    </message>
    <message>
        <source>Who works with it</source>
        <translation>Quién trabaja con este socio</translation>
    </message>
    <message>
        <source>Member that works with it</source>
        <translation>Miembro que trabaja con este socio</translation>
    </message>
    <message>
        <source>What they do together</source>
        <translation>Qué hacen juntos</translation>
    </message>
    <message>
        <source>Add link</source>
        <translation>Añadir vínculo</translation>
    </message>
    <message>
        <source>New partner</source>
        <translation>Nuevo socio</translation>
    </message>
    <message>
        <source>Nothing recorded. That does not mean that it offers nothing: ask.</source>
        <translation>Nada registrado. Eso no significa que no ofrezca nada: pregunte.</translation>
    </message>
    <message>
        <source>Change this offer</source>
        <translation>Cambiar esta oferta</translation>
    </message>
    <message>
        <source>Remove this offer</source>
        <translation>Quitar esta oferta</translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation>Quitar este vínculo</translation>
    </message>
    <message>
        <source>No link recorded.</source>
        <translation>Ningún vínculo registrado.</translation>
    </message>
    <message>
        <source>Choose a member…</source>
        <translation>Elija un miembro…</translation>
    </message>
</context>
<context>
    <name>PartnersDirectory</name>
    <message>
        <source>Type a name to add a partner</source>
        <translation>Escriba un nombre para añadir un socio</translation>
    </message>
    <message numerus="yes">
        <source>%n of {total} partners shown</source>
        <translation>
            <numerusform>Se muestra %n de {total} socios</numerusform>
            <numerusform>Se muestran %n de {total} socios</numerusform>
        </translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Seat in a body of the cluster</source>
        <translation>Puesto en un órgano del clúster</translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s) removed. Undo brings them back.</source>
        <translation>
            <numerusform>%n socio quitado. Deshacer lo recupera.</numerusform>
            <numerusform>%n socios quitados. Deshacer los recupera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two partners are one now. Undo takes it back.</source>
        <translation>Los dos socios son ahora uno. Deshacer lo revierte.</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Socios</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Quién participa</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>In the cluster</source>
        <translation>En el clúster</translation>
    </message>
    <message>
        <source>How close</source>
        <translation>Cercanía</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Ofertas</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Competencias</translation>
    </message>
</context>
<context>
    <name>PartnersPage</name>
    <message>
        <source>Organisations that firms named in their forms are reviewed one by one: the same as a partner, a new one, or none. “Ask providers…” writes a demand sheet for each partner that names no firm; the filled form is dropped on the window and becomes its offers.</source>
        <translation>Las organizaciones que las empresas nombraron en sus formularios se revisan una a una: el mismo socio, uno nuevo o ninguno. «Preguntar a proveedores…» escribe para cada socio una hoja de demanda que no nombra a ninguna empresa; el formulario rellenado se suelta en la ventana y se convierte en sus ofertas.</translation>
    </message>
    <message>
        <source>Ask providers…</source>
        <translation>Preguntar a proveedores…</translation>
    </message>
    <message>
        <source>Not taken: {files}.</source>
        <translation>No se tomaron: {files}.</translation>
    </message>
    <message>
        <source>No file was found there.</source>
        <translation>No se encontró allí ningún archivo.</translation>
    </message>
    <message>
        <source>The figures are still being worked out. Ask again in a moment.</source>
        <translation>Las cifras aún se están calculando. Vuelva a intentarlo en un momento.</translation>
    </message>
    <message>
        <source>Writing the sheets…</source>
        <translation>Escribiendo las hojas…</translation>
    </message>
    <message>
        <source>Reading what was sent…</source>
        <translation>Leyendo lo recibido…</translation>
    </message>
    <message numerus="yes">
        <source>Review %n organisation(s) named in forms</source>
        <translation>
            <numerusform>Revisar %n organización nombrada en los formularios</numerusform>
            <numerusform>Revisar %n organizaciones nombradas en los formularios</numerusform>
        </translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message numerus="yes">
        <source>Decide about %n offer form(s)</source>
        <translation>
            <numerusform>Decidir sobre %n formulario de oferta</numerusform>
            <numerusform>Decidir sobre %n formularios de oferta</numerusform>
        </translation>
    </message>
    <message>
        <source>Schools, universities, technology centres and others around your members.</source>
        <translation>Centros de formación, universidades, centros tecnológicos y otros en torno a sus miembros.</translation>
    </message>
    <message>
        <source>Import list</source>
        <translation>Importar lista</translation>
    </message>
    <message>
        <source>Add partner</source>
        <translation>Añadir socio</translation>
    </message>
    <message>
        <source>Search partners and skills</source>
        <translation>Buscar socios y competencias</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Socios</translation>
    </message>
    <message>
        <source>Who covers what</source>
        <translation>Quién cubre qué</translation>
    </message>
    <message>
        <source>Introductions</source>
        <translation>Presentaciones</translation>
    </message>
    <message>
        <source>Commitments</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>No partners recorded yet</source>
        <translation>Todavía no hay socios</translation>
    </message>
    <message>
        <source>Partners show who could help with which need. Most clusters start with the two or three training centres and the university their members already work with.</source>
        <translation>Los socios muestran quién podría ayudar con cada necesidad. La mayoría de los clústeres empiezan por los dos o tres centros de formación y la universidad con los que sus miembros ya trabajan.</translation>
    </message>
    <message>
        <source>Add first partner</source>
        <translation>Añadir el primer socio</translation>
    </message>
    <message>
        <source>Import from Excel</source>
        <translation>Importar de Excel</translation>
    </message>
    <message>
        <source>The table lists everybody around the cluster. Type into a cell, paste rows from a spreadsheet, or import a list. Enter on the number of offers, or a double click there, opens the partner with its offers and links. The steps show how close it is: from unknown (0) to a standing alliance (5).</source>
        <translation>La tabla reúne a todos los que rodean al clúster. Escriba en una celda, pegue filas de una hoja de cálculo o importe una lista. Intro sobre el número de ofertas, o doble clic, abre el socio con sus ofertas y vínculos. Los peldaños muestran la cercanía: de desconocido (0) a alianza estable (5).</translation>
    </message>
    <message>
        <source>“Who covers what” sets the top skills against the partners that offer them: the figure is places a year, a question mark means that nobody has counted them, a cross that the content does not fit. What is not recorded may exist all the same.</source>
        <translation>«Quién cubre qué» cruza las competencias prioritarias con los socios que las ofrecen: la cifra son plazas al año, un interrogante significa que nadie las ha contado, una cruz que el contenido no encaja. Lo que no está registrado puede existir de todos modos.</translation>
    </message>
    <message>
        <source>“Introductions” says which firms to bring together with which partner, best first, and who could do it.</source>
        <translation>«Presentaciones» dice qué empresas reunir con qué socio, las mejores primero, y quién podría hacerlo.</translation>
    </message>
    <message>
        <source>“Network” draws who works with whom. The wheel or + and − make it larger, dragging or the arrow keys move it. Page Down walks from one organisation to the next; a click or Enter looks at one alone, Esc at all again. Brokers, those whom most shortest ways between others lead through, have a ring.</source>
        <translation>«Red» dibuja quién trabaja con quién. La rueda o + y − la amplían; arrastrar o las flechas la mueven. Av Pág va de una organización a la siguiente; un clic o Intro mira una sola, Esc todas de nuevo. Los intermediarios, por los que pasan más caminos cortos entre los demás, llevan un anillo.</translation>
    </message>
    <message>
        <source>“Commitments” keeps what each partner promised under a pact for skills, by when, and how far it is; a commitment whose date has passed is marked as late.</source>
        <translation>«Compromisos» guarda lo que prometió cada socio en un pacto por las competencias, para cuándo y cómo va; un compromiso cuya fecha ha pasado se marca con retraso.</translation>
    </message>
    <message>
        <source>no offer recorded</source>
        <translation>ninguna oferta registrada</translation>
    </message>
    <message>
        <source>people not known</source>
        <translation>personas: no se sabe</translation>
    </message>
    <message>
        <source>{firms}; nobody said how many people they will be short of.</source>
        <translation>{firms}; nadie dijo cuántas personas les faltarán.</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>no encaja</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>encaja</translation>
    </message>
    <message>
        <source>fit not known</source>
        <translation>encaje desconocido</translation>
    </message>
    <message>
        <source>Nobody recorded yet</source>
        <translation>Todavía nadie registrado</translation>
    </message>
    <message>
        <source>{partners}, {offers}</source>
        <translation>{partners}, {offers}</translation>
    </message>
    <message>
        <source>{counted}; offers for all top {top} skills</source>
        <translation>{counted}; ofertas para las {top} competencias prioritarias</translation>
    </message>
    <message>
        <source>List taken: {added} new, {updated} changed, {same} as before.</source>
        <translation>Lista incorporada: {added} nuevos, {updated} cambiados, {same} como antes.</translation>
    </message>
    <message>
        <source>places not known</source>
        <translation>plazas desconocidas</translation>
    </message>
    <message>
        <source>publicly funded</source>
        <translation>con financiación pública</translation>
    </message>
    <message>
        <source>not publicly funded</source>
        <translation>sin financiación pública</translation>
    </message>
    <message>
        <source>since {year}</source>
        <translation>desde {year}</translation>
    </message>
</context>
<context>
    <name>PartnersPasting</name>
    <message numerus="yes">
        <source>%n partner(s) pasted.</source>
        <translation>
            <numerusform>%n socio pegado.</numerusform>
            <numerusform>%n socios pegados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new one(s) left out, because their type is missing: {names}.</source>
        <translation>
            <numerusform>%n nuevo omitido, porque falta su tipo: {names}.</numerusform>
            <numerusform>%n nuevos omitidos, porque falta su tipo: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) not understood: {texts}.</source>
        <translation>
            <numerusform>%n celda no entendida: {texts}.</numerusform>
            <numerusform>%n celdas no entendidas: {texts}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) stand in columns that are not typed here: {texts}. Offers are pasted with the headings of their columns.</source>
        <translation>
            <numerusform>%n celda está en una columna que aquí no se escribe: {texts}. Las ofertas se pegan con los encabezados de sus columnas.</numerusform>
            <numerusform>%n celdas están en columnas que aquí no se escriben: {texts}. Las ofertas se pegan con los encabezados de sus columnas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns that were not read: {names}</source>
        <translation>Columnas que no se leyeron: {names}</translation>
    </message>
    <message>
        <source>Everything in these cells is recorded already.</source>
        <translation>Todo lo que hay en estas celdas ya está registrado.</translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s) pasted. Undo takes it back.</source>
        <translation>
            <numerusform>%n socio pegado. Deshacer lo revierte.</numerusform>
            <numerusform>%n socios pegados. Deshacer lo revierte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartnersPreview</name>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s): {skills}</source>
        <translation>
            <numerusform>%n oferta: {skills}</numerusform>
            <numerusform>%n ofertas: {skills}</numerusform>
        </translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Take pasted partners</source>
        <translation>Aceptar socios pegados</translation>
    </message>
    <message>
        <source>This is what would change</source>
        <translation>Esto es lo que cambiaría</translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>No cambiaría nada</translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s) new</source>
        <translation>
            <numerusform>%n socio nuevo</numerusform>
            <numerusform>%n socios nuevos</numerusform>
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
        <source>%n offer(s) new or changed</source>
        <translation>
            <numerusform>%n oferta nueva o cambiada</numerusform>
            <numerusform>%n ofertas nuevas o cambiadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Partners that would be added or changed</source>
        <translation>Socios que se añadirían o cambiarían</translation>
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
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Take these changes</source>
        <translation>Aceptar estos cambios</translation>
    </message>
</context>
<context>
    <name>PartnersWords</name>
    <message numerus="yes">
        <source>%n demand sheet(s) written to {folder}, each in Excel and PDF.</source>
        <translation>
            <numerusform>%n hoja de demanda escrita en {folder}, en Excel y PDF.</numerusform>
            <numerusform>%n hojas de demanda escritas en {folder}, cada una en Excel y PDF.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer form(s) wait for a decision.</source>
        <translation>
            <numerusform>%n formulario de oferta espera una decisión.</numerusform>
            <numerusform>%n formularios de oferta esperan una decisión.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s), listed by file under “What was found”.</source>
        <translation>
            <numerusform>%n observación, por archivo en «Qué se encontró».</numerusform>
            <numerusform>%n observaciones, por archivo en «Qué se encontró».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer form(s) taken.</source>
        <translation>
            <numerusform>%n formulario de oferta tomado.</numerusform>
            <numerusform>%n formularios de oferta tomados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partner(s)</source>
        <translation>
            <numerusform>%n socio</numerusform>
            <numerusform>%n socios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s)</source>
        <translation>
            <numerusform>%n oferta</numerusform>
            <numerusform>%n ofertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{counted}; %n of the top {top} skills not covered</source>
        <translation>
            <numerusform>{counted}; %n de las {top} competencias prioritarias sin cubrir</numerusform>
            <numerusform>{counted}; %n de las {top} competencias prioritarias sin cubrir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{counted}; %n offer form(s) wait for a decision</source>
        <translation>
            <numerusform>{counted}; %n formulario de oferta espera una decisión</numerusform>
            <numerusform>{counted}; %n formularios de oferta esperan una decisión</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) a year</source>
        <translation>
            <numerusform>%n plaza al año</numerusform>
            <numerusform>%n plazas al año</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people short</source>
        <translation>
            <numerusform>falta %n persona</numerusform>
            <numerusform>faltan %n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firm(s) need it</source>
        <translation>
            <numerusform>%n empresa la necesita</numerusform>
            <numerusform>%n empresas la necesitan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{firms} and will be short of %n people in 12 months.</source>
        <translation>
            <numerusform>{firms}; en 12 meses faltará %n persona.</numerusform>
            <numerusform>{firms}; en 12 meses faltarán %n personas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) of members taken; you find them under Needs.</source>
        <translation>
            <numerusform>Se tomó %n respuesta de un miembro; la encuentra en Necesidades.</numerusform>
            <numerusform>Se tomaron %n respuestas de miembros; las encuentra en Necesidades.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questionnaire(s) of the team taken; you find them under Cluster, Team.</source>
        <translation>
            <numerusform>%n cuestionario del equipo recibido; está en Clúster, Equipo.</numerusform>
            <numerusform>%n cuestionarios del equipo recibidos; están en Clúster, Equipo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n provider(s) have no sheet, because there is no skill to ask them about: {names}.</source>
        <translation>
            <numerusform>%n proveedor no tiene hoja, porque no hay ninguna competencia por la que preguntarle: {names}.</numerusform>
            <numerusform>%n proveedores no tienen hoja, porque no hay ninguna competencia por la que preguntarles: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepliesStrip</name>
    <message numerus="yes">
        <source>%n offer form(s) of providers wait for a decision.</source>
        <translation>
            <numerusform>%n formulario de oferta de un proveedor espera una decisión.</numerusform>
            <numerusform>%n formularios de oferta de proveedores esperan una decisión.</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
</context>
<context>
    <name>ReplyDialog</name>
    <message>
        <source>places not known</source>
        <translation>plazas no conocidas</translation>
    </message>
    <message>
        <source>Take its offers</source>
        <translation>Tomar sus ofertas</translation>
    </message>
    <message>
        <source>A partner that is not recorded yet…</source>
        <translation>Un socio que aún no está registrado…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Keep it out</source>
        <translation>Dejarlo fuera</translation>
    </message>
    <message>
        <source>Whose offers are these?</source>
        <translation>¿De quién son estas ofertas?</translation>
    </message>
    <message>
        <source>Offer form of {name}</source>
        <translation>Formulario de oferta de {name}</translation>
    </message>
    <message>
        <source>Offer form</source>
        <translation>Formulario de oferta</translation>
    </message>
    <message>
        <source>Choose a partner…</source>
        <translation>Elija un socio…</translation>
    </message>
    <message>
        <source>It names no offer.</source>
        <translation>No nombra ninguna oferta.</translation>
    </message>
</context>
<context>
    <name>SentForms</name>
    <message>
        <source>What it sent</source>
        <translation>Lo que envió</translation>
    </message>
</context>
<context>
    <name>_ReplyCard</name>
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
</context>
</TS>
