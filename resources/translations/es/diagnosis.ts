<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AnsweredTool</name>
    <message>
        <source>Who answered, and who did not</source>
        <translation>Quién respondió y quién no</translation>
    </message>
    <message>
        <source>Answers of those asked. Where a bar is short, the ranking hears less of them.</source>
        <translation>Respuestas de los consultados. Donde la barra es corta, el orden los escucha menos.</translation>
    </message>
    <message>
        <source>By size</source>
        <translation>Por tamaño</translation>
    </message>
    <message>
        <source>By activity</source>
        <translation>Por actividad</translation>
    </message>
    <message>
        <source>What to be careful about</source>
        <translation>Con qué tener cuidado</translation>
    </message>
    <message>
        <source>Back to the chosen skill</source>
        <translation>Volver a la competencia elegida</translation>
    </message>
</context>
<context>
    <name>DiagnosisDetails</name>
    <message>
        <source>What is known about the chosen skill</source>
        <translation>Lo que se sabe de la competencia elegida</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>What would settle it</source>
        <translation>Qué lo aclararía</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>Todas las cifras</translation>
    </message>
    <message>
        <source>What its priority is made of</source>
        <translation>De qué se compone su prioridad</translation>
    </message>
    <message>
        <source>In the firms&apos; own words</source>
        <translation>En palabras de las empresas</translation>
    </message>
</context>
<context>
    <name>DiagnosisPage</name>
    <message numerus="yes">
        <source>Named by few: %n</source>
        <translation>
            <numerusform>Nombradas por pocas: %n</numerusform>
            <numerusform>Nombradas por pocas: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in the ranking passes this filter.</source>
        <translation>Nada en la clasificación pasa este filtro.</translation>
    </message>
    <message>
        <source>Nothing was named by enough firms to be ranked yet. Three firms make a rank.</source>
        <translation>Nada ha sido nombrado todavía por suficientes empresas. Con tres empresas hay puesto.</translation>
    </message>
    <message>
        <source>Which skills matter most, what is wrong with each, and how sure one can be.</source>
        <translation>Qué competencias importan más, qué falla en cada una y con qué seguridad se puede decir.</translation>
    </message>
    <message>
        <source>See what to do next</source>
        <translation>Ver qué hacer ahora</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Competencia</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Firms</source>
        <translation>Empresas</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 meses</translation>
    </message>
    <message>
        <source>Ranking by priority</source>
        <translation>Clasificación por prioridad</translation>
    </message>
    <message>
        <source>None of the members looked at has answered, so there is nothing to rank. Look at others.</source>
        <translation>Ninguno de los miembros elegidos ha respondido, así que no hay nada que ordenar. Elija otros.</translation>
    </message>
    <message>
        <source>Nothing was named by enough of the firms looked at to be ranked. Three firms make a rank: look at more members.</source>
        <translation>Ninguna competencia fue nombrada por bastantes de las empresas elegidas. Hacen falta tres para un puesto: elija más miembros.</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>Quién respondió</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Umbrales</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronda</translation>
    </message>
    <message>
        <source>This round</source>
        <translation>Esta ronda</translation>
    </message>
    <message>
        <source>Since last round</source>
        <translation>Desde la última ronda</translation>
    </message>
    <message>
        <source>Named by few firms: no rank</source>
        <translation>Nombradas por pocas empresas: sin puesto</translation>
    </message>
    <message>
        <source>The figures are being worked out…</source>
        <translation>Calculando las cifras…</translation>
    </message>
    <message>
        <source>No answers to diagnose yet</source>
        <translation>Todavía no hay respuestas que diagnosticar</translation>
    </message>
    <message>
        <source>As soon as members answer, this page ranks the skills they lack, says what is wrong with each, and shows how sure one can be.</source>
        <translation>En cuanto respondan los miembros, esta página ordena las competencias que les faltan, dice qué falla en cada una y muestra con qué seguridad.</translation>
    </message>
    <message>
        <source>Collect answers</source>
        <translation>Recoger respuestas</translation>
    </message>
    <message>
        <source>The list ranks every skill that at least three firms named. The bar beside the rank says where it would lie if other members had answered: a short bar is a firm rank. The priority runs from 0 to 100.

The verdict says what is wrong: too few people (shortage), people or courses that do not fit (mismatch), training that is there but not used (uptake gap) and others. Its evidence counts the firms behind it: well supported from five, indicative from three, thin below.

The map shows the same verdicts between demand and supply: large circles for many people, solid ones for firm evidence. “Members” looks at some members only, “Weights” and “Thresholds” show what other choices would change.

“Since last round” compares the firms that answered both rounds: needs that went, stayed or are new, and what else is different. A rank that moved inside both intervals is called noise.

Arrow keys move through the list; the panel follows. There you can note a second source, mark a skill as strategic, or set another verdict by hand, always with a reason. Everything can be undone with Ctrl+Z.</source>
        <translation>La lista ordena cada competencia que nombraron al menos tres empresas. La barra junto al puesto dice dónde estaría si hubieran respondido otros miembros: una barra corta es un puesto firme. La prioridad va de 0 a 100.

El veredicto dice qué falla: faltan personas (escasez), personas o cursos que no encajan (desajuste), formación que existe y no se usa (brecha de uso) y otros. La evidencia cuenta las empresas que hay detrás: sólida desde cinco, indicativa desde tres, débil por debajo.

El mapa muestra los mismos veredictos entre demanda y oferta: círculos grandes para muchas personas, llenos donde hay apoyo firme. «Miembros» mira solo a algunos miembros; «Pesos» y «Umbrales» muestran qué cambiaría con otras elecciones.

«Desde la última ronda» compara las empresas que respondieron a las dos rondas: necesidades que se fueron, siguen o son nuevas, y qué más ha cambiado. Un puesto que se movió dentro de los dos intervalos se llama ruido.

Las flechas recorren la lista y el panel las sigue. Allí puede anotar una segunda fuente, marcar una competencia como estratégica o poner otro veredicto a mano, siempre con un motivo. Todo se deshace con Ctrl+Z.</translation>
    </message>
    <message>
        <source>Offers: {words}</source>
        <translation>Ofertas: {words}</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>Puesto a mano</translation>
    </message>
    <message>
        <source>Strategic</source>
        <translation>Estratégica</translation>
    </message>
    <message>
        <source>Set by hand, because: “{reason}” – the answers themselves say {verdict}. {rule}</source>
        <translation>Decidido a mano, porque: «{reason}» – las respuestas por sí solas dicen {verdict}. {rule}</translation>
    </message>
    <message>
        <source>Too few people or courses</source>
        <translation>Faltan personas o cursos</translation>
    </message>
    <message>
        <source>Content does not fit</source>
        <translation>El contenido no encaja</translation>
    </message>
    <message>
        <source>Suitable, not used</source>
        <translation>Adecuado, sin usar</translation>
    </message>
    <message>
        <source>{n} ({share} of those that answered)</source>
        <translation>{n} ({share} de las que respondieron)</translation>
    </message>
    <message>
        <source>Firms that need it</source>
        <translation>Empresas que la necesitan</translation>
    </message>
    <message>
        <source>Firms short of people</source>
        <translation>Empresas con falta de personal</translation>
    </message>
    <message>
        <source>Hiring</source>
        <translation>Contratación</translation>
    </message>
    <message>
        <source>nobody tried</source>
        <translation>nadie lo intentó</translation>
    </message>
    <message>
        <source>Places on offer a year</source>
        <translation>Plazas ofrecidas al año</translation>
    </message>
    <message>
        <source>Released for joint training</source>
        <translation>Liberadas para formación conjunta</translation>
    </message>
    <message>
        <source>Goes unused at</source>
        <translation>Sin usar en</translation>
    </message>
    <message>
        <source>People short today</source>
        <translation>Personas que faltan hoy</translation>
    </message>
    <message>
        <source>… in 12 months</source>
        <translation>… en 12 meses</translation>
    </message>
    <message>
        <source>… in three years</source>
        <translation>… en tres años</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>no offer recorded</source>
        <translation>ninguna oferta registrada</translation>
    </message>
    <message>
        <source>{value} × weight {weight}</source>
        <translation>{value} × peso {weight}</translation>
    </message>
    <message>
        <source>No single answer, left out, would change what the answers say.</source>
        <translation>Ninguna respuesta, si se quita, cambiaría lo que dicen las respuestas.</translation>
    </message>
    <message>
        <source>Firm: no single answer, left out, would change the verdict.</source>
        <translation>Sólido: quitar una respuesta cualquiera no cambiaría el veredicto.</translation>
    </message>
    <message>
        <source>Had other members answered, its rank would lie between {low} and {high}, nine times in ten.</source>
        <translation>Si hubieran respondido otros miembros, su puesto estaría entre el {low} y el {high}, nueve de cada diez veces.</translation>
    </message>
    <message>
        <source>goes unused</source>
        <translation>sin usar</translation>
    </message>
    <message>
        <source>{n} short today</source>
        <translation>faltan {n} hoy</translation>
    </message>
    <message>
        <source>{n} in 12 months</source>
        <translation>{n} en 12 meses</translation>
    </message>
    <message>
        <source>Begins with the first answer</source>
        <translation>Empieza con la primera respuesta</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>puesto a mano</translation>
    </message>
    <message>
        <source>strategic</source>
        <translation>estratégica</translation>
    </message>
    <message>
        <source>{label}: {verdict}, {evidence}; firms: {firms}; people in 12 months: {people}</source>
        <translation>{label}: {verdict}, {evidence}; empresas: {firms}; personas en 12 meses: {people}</translation>
    </message>
    <message>
        <source>File of the earlier round</source>
        <translation>Archivo de la ronda anterior</translation>
    </message>
    <message>
        <source>Assessments (*.fastmap)</source>
        <translation>Evaluaciones (*.fastmap)</translation>
    </message>
    <message>
        <source>Another cluster?</source>
        <translation>¿Otro clúster?</translation>
    </message>
    <message>
        <source>Compare all the same</source>
        <translation>Comparar de todos modos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>DiagnosisSide</name>
    <message>
        <source>{answered} of {asked} members asked have answered.</source>
        <translation>Han respondido {answered} de {asked} miembros consultados.</translation>
    </message>
    <message>
        <source>They employ {share} of the people known to work at members.</source>
        <translation>Emplean al {share} de las personas que se sabe que trabajan en los miembros.</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Otros</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Sin registrar</translation>
    </message>
    <message>
        <source>{answered} of {asked}</source>
        <translation>{answered} de {asked}</translation>
    </message>
    <message>
        <source>{label}: rank {before} → {after}</source>
        <translation>{label}: puesto {before} → {after}</translation>
    </message>
    <message>
        <source>No rank would change</source>
        <translation>No cambiaría ningún puesto</translation>
    </message>
    <message>
        <source>Now the cluster&apos;s own weights hold; reports say so.</source>
        <translation>Ahora valen los pesos del clúster; los informes lo dicen.</translation>
    </message>
    <message>
        <source>Now the usual weights hold.</source>
        <translation>Ahora valen los pesos habituales.</translation>
    </message>
    <message>
        <source>The verdicts are being worked out…</source>
        <translation>Se están calculando los veredictos…</translation>
    </message>
    <message>
        <source>{label}: {before} → {after}</source>
        <translation>{label}: {before} → {after}</translation>
    </message>
    <message>
        <source>{label} (group): {before} → {after}</source>
        <translation>{label} (grupo): {before} → {after}</translation>
    </message>
    <message>
        <source>No verdict would change</source>
        <translation>No cambiaría ningún veredicto</translation>
    </message>
</context>
<context>
    <name>DiagnosisWords</name>
    <message numerus="yes">
        <source>%n skill(s) ranked; {open} out of balance</source>
        <translation>
            <numerusform>%n competencia clasificada; {open} en desequilibrio</numerusform>
            <numerusform>%n competencias clasificadas; {open} en desequilibrio</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skill(s) named, none by three firms yet</source>
        <translation>
            <numerusform>%n competencia nombrada, aún no por tres empresas</numerusform>
            <numerusform>%n competencias nombradas, ninguna aún por tres empresas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them come(s) from recorded offers.</source>
        <translation>
            <numerusform>%n de ellas procede de ofertas registradas.</numerusform>
            <numerusform>%n de ellas proceden de ofertas registradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{share} of the %n firm(s) that gave a figure</source>
        <translation>
            <numerusform>{share} de la única empresa que dio una cifra</numerusform>
            <numerusform>{share} de las %n empresas que dieron una cifra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firm(s) tried; {share} found it hard or failed</source>
        <translation>
            <numerusform>%n empresa lo intentó; {share} con dificultad o sin éxito</numerusform>
            <numerusform>%n empresas lo intentaron; {share} con dificultad o sin éxito</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n miembro</numerusform>
            <numerusform>%n miembros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{people}; %n firm(s) gave no figure</source>
        <translation>
            <numerusform>{people}; %n empresa no dio cifra</numerusform>
            <numerusform>{people}; %n empresas no dieron cifra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not known yet (%n offer(s))</source>
        <translation>
            <numerusform>aún no se sabe (%n oferta)</numerusform>
            <numerusform>aún no se sabe (%n ofertas)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{places} in %n offer(s)</source>
        <translation>
            <numerusform>{places} en %n oferta</numerusform>
            <numerusform>{places} en %n ofertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>places not known for %n</source>
        <translation>
            <numerusform>plazas desconocidas en %n</numerusform>
            <numerusform>plazas desconocidas en %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n does/do not fit</source>
        <translation>
            <numerusform>%n no encaja</numerusform>
            <numerusform>%n no encajan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hangs on single answers: leaving out any one of %n firm(s) would change the verdict.</source>
        <translation>
            <numerusform>Depende de una sola respuesta: sin una empresa el veredicto sería otro.</numerusform>
            <numerusform>Depende de respuestas sueltas: sin una cualquiera de %n empresas el veredicto sería otro.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filtered: {which}. {members} of {all} members, %n answer(s); offers are compared with these alone. Nothing is stored; reports show everybody.</source>
        <translation>
            <numerusform>Filtrado: {which}. {members} de {all} miembros, una respuesta; las ofertas se comparan solo con estos. Nada se guarda; los informes muestran a todos.</numerusform>
            <numerusform>Filtrado: {which}. {members} de {all} miembros, %n respuestas; las ofertas se comparan solo con estos. Nada se guarda; los informes muestran a todos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rank(s) would change</source>
        <translation>
            <numerusform>Cambiaría un puesto</numerusform>
            <numerusform>Cambiarían %n puestos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) would change</source>
        <translation>
            <numerusform>Cambiaría un veredicto</numerusform>
            <numerusform>Cambiarían %n veredictos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more is/are in the list only: named by too few, or further down the ranking.</source>
        <translation>
            <numerusform>Uno más está solo en la lista: lo nombraron muy pocas o está más abajo en el orden.</numerusform>
            <numerusform>%n más están solo en la lista: los nombraron muy pocas o están más abajo en el orden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>firm(s) need(s) it</source>
        <translation>
            <numerusform>empresa la necesita</numerusform>
            <numerusform>empresas la necesitan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>person(s) short today</source>
        <translation>
            <numerusform>persona falta hoy</numerusform>
            <numerusform>personas faltan hoy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in 12 months</source>
        <translation>
            <numerusform>en 12 meses</numerusform>
            <numerusform>en 12 meses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>place(s) a year</source>
        <translation>
            <numerusform>plaza al año</numerusform>
            <numerusform>plazas al año</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlierDesk</name>
    <message numerus="yes">
        <source>Round {round} of {file} is kept for the comparison: %n of its members on your list.</source>
        <translation>
            <numerusform>La ronda {round} de {file} queda guardada para la comparación: %n de sus miembros está en su lista.</numerusform>
            <numerusform>La ronda {round} de {file} queda guardada para la comparación: %n de sus miembros están en su lista.</numerusform>
        </translation>
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
        <source>The comparison will say that it seems to be another cluster&apos;s.</source>
        <translation>La comparación dirá que parece de otro clúster.</translation>
    </message>
</context>
<context>
    <name>FilteredBand</name>
    <message>
        <source>Show all members</source>
        <translation>Ver todos los miembros</translation>
    </message>
    <message>
        <source>Filtered: {which}. The figures are being worked out…</source>
        <translation>Filtrado: {which}. Se están calculando las cifras…</translation>
    </message>
    <message>
        <source>Filtered: {which}. None of these members has answered. The report shows everybody.</source>
        <translation>Filtrado: {which}. Ninguno de estos miembros ha respondido. El informe muestra a todos.</translation>
    </message>
</context>
<context>
    <name>Firmness</name>
    <message>
        <source>Which firms?</source>
        <translation>¿Qué empresas?</translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message>
        <source>Your own judgement</source>
        <translation>Su propio juicio</translation>
    </message>
    <message>
        <source>Change the verdict</source>
        <translation>Cambiar el veredicto</translation>
    </message>
    <message>
        <source>Take my verdict back</source>
        <translation>Retirar mi veredicto</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Shown with the verdict everywhere, reports included.</source>
        <translation>Se muestra con el veredicto en todas partes, también en los informes.</translation>
    </message>
    <message>
        <source>Set verdict</source>
        <translation>Poner veredicto</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Set by hand: {reason} — worked out from the answers: {verdict}.</source>
        <translation>Puesto a mano: {reason} — calculado con las respuestas: {verdict}.</translation>
    </message>
    <message>
        <source>Worked out from the answers: {verdict}.</source>
        <translation>Calculado con las respuestas: {verdict}.</translation>
    </message>
    <message>
        <source>Choose a verdict.</source>
        <translation>Elija un veredicto.</translation>
    </message>
    <message>
        <source>A verdict by hand needs a reason.</source>
        <translation>Un veredicto a mano necesita un motivo.</translation>
    </message>
</context>
<context>
    <name>MapPane</name>
    <message>
        <source>Demand and supply: one circle for each verdict</source>
        <translation>Demanda y oferta: un círculo por veredicto</translation>
    </message>
    <message>
        <source>Many need it, little is there: shortage</source>
        <translation>Muchas la necesitan, hay poco: escasez</translation>
    </message>
    <message>
        <source>Many need it; what is there does not fit or is not used</source>
        <translation>Muchas la necesitan; lo que hay no encaja o no se usa</translation>
    </message>
    <message>
        <source>Few need it, little is there: future gap</source>
        <translation>Pocas la necesitan, hay poco: carencia futura</translation>
    </message>
    <message>
        <source>Few need it, people have it: unused</source>
        <translation>Pocas la necesitan, hay quien la tiene: sin usar</translation>
    </message>
    <message>
        <source>No sign of supply yet: ask</source>
        <translation>Aún sin señales de oferta: preguntar</translation>
    </message>
    <message>
        <source>Firms that need it →</source>
        <translation>Empresas que la necesitan →</translation>
    </message>
    <message>
        <source>Signs of supply →</source>
        <translation>Señales de oferta →</translation>
    </message>
    <message>
        <source>Large: many people short in 12 months. Solid: well supported; pale: indicative; dotted: thin.</source>
        <translation>Grande: faltan muchas personas en 12 meses. Lleno: bien apoyado; claro: indicativo; punteado: débil.</translation>
    </message>
</context>
<context>
    <name>MemberQuestions</name>
    <message>
        <source>Kind of member</source>
        <translation>Tipo de miembro</translation>
    </message>
    <message>
        <source>Size of member</source>
        <translation>Tamaño del miembro</translation>
    </message>
    <message>
        <source>Activity of member</source>
        <translation>Actividad del miembro</translation>
    </message>
    <message>
        <source>Place of member</source>
        <translation>Lugar del miembro</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>Cualquier tipo</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Cualquier tamaño</translation>
    </message>
    <message>
        <source>Any activity</source>
        <translation>Toda actividad</translation>
    </message>
    <message>
        <source>Any place</source>
        <translation>Cualquier lugar</translation>
    </message>
    <message>
        <source>Firms</source>
        <translation>Empresas</translation>
    </message>
    <message>
        <source>Start-ups</source>
        <translation>Empresas emergentes</translation>
    </message>
    <message>
        <source>Research and technology</source>
        <translation>Investigación y tecnología</translation>
    </message>
    <message>
        <source>Vocational training</source>
        <translation>Formación profesional</translation>
    </message>
    <message>
        <source>Universities</source>
        <translation>Universidades</translation>
    </message>
    <message>
        <source>Public bodies</source>
        <translation>Organismos públicos</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Otros</translation>
    </message>
    <message>
        <source>Under 10 people</source>
        <translation>Menos de 10 personas</translation>
    </message>
    <message>
        <source>10 to 49 people</source>
        <translation>De 10 a 49 personas</translation>
    </message>
    <message>
        <source>50 to 249 people</source>
        <translation>De 50 a 249 personas</translation>
    </message>
    <message>
        <source>250 people or more</source>
        <translation>250 personas o más</translation>
    </message>
</context>
<context>
    <name>NeedFilters</name>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>All verdicts</source>
        <translation>Todo veredicto</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Competencias</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Kind of skill</source>
        <translation>Tipo de competencia</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Look at some members only</source>
        <translation>Ver solo algunos miembros</translation>
    </message>
</context>
<context>
    <name>SecondSources</name>
    <message>
        <source>Second sources</source>
        <translation>Segundas fuentes</translation>
    </message>
    <message>
        <source>Vacancies, statistics, an interview: does anything beyond the answers say the same?</source>
        <translation>Vacantes, estadísticas, una entrevista: ¿algo más allá de las respuestas dice lo mismo?</translation>
    </message>
    <message>
        <source>For example: 34 vacancies in May, employment service</source>
        <translation>Por ejemplo: 34 vacantes en mayo, servicio de empleo</translation>
    </message>
    <message>
        <source>Second source</source>
        <translation>Segunda fuente</translation>
    </message>
    <message>
        <source>It confirms</source>
        <translation>Confirma</translation>
    </message>
    <message>
        <source>It contradicts</source>
        <translation>Contradice</translation>
    </message>
    <message>
        <source>Remove this source</source>
        <translation>Quitar esta fuente</translation>
    </message>
    <message>
        <source>Say where you have it from.</source>
        <translation>Diga de dónde lo sabe.</translation>
    </message>
</context>
<context>
    <name>SinceView</name>
    <message>
        <source>In 12 months</source>
        <translation>En 12 meses</translation>
    </message>
    <message>
        <source>Compare with another file…</source>
        <translation>Comparar con otro archivo…</translation>
    </message>
    <message>
        <source>Do not compare</source>
        <translation>No comparar</translation>
    </message>
    <message>
        <source>Part of the comparison</source>
        <translation>Parte de la comparación</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Necesidades</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Veredictos</translation>
    </message>
    <message>
        <source>Ranks</source>
        <translation>Puestos</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Needs of the same firms</source>
        <translation>Necesidades de las mismas empresas</translation>
    </message>
    <message>
        <source>Verdicts that differ</source>
        <translation>Veredictos que difieren</translation>
    </message>
    <message>
        <source>Ranks then and now</source>
        <translation>Puestos entonces y ahora</translation>
    </message>
    <message>
        <source>Actions since the last round</source>
        <translation>Acciones desde la última ronda</translation>
    </message>
    <message>
        <source>Members in one of the rounds only</source>
        <translation>Miembros en una sola de las rondas</translation>
    </message>
    <message>
        <source>No earlier round to compare with</source>
        <translation>No hay ronda anterior con la que comparar</translation>
    </message>
    <message>
        <source>A round that is started from the file of the last one (File menu) is compared with it by itself. For any other, choose that file: what the comparison needs of it is kept here, and it is not changed.</source>
        <translation>Una ronda que empieza desde el archivo de la anterior (menú Archivo) se compara con ella por sí sola. Para cualquier otra, elija ese archivo: aquí se guarda lo que la comparación necesita de él, y no se modifica.</translation>
    </message>
    <message>
        <source>Choose the earlier file…</source>
        <translation>Elegir el archivo anterior…</translation>
    </message>
</context>
<context>
    <name>Strategic</name>
    <message>
        <source>Strategic for the cluster</source>
        <translation>Estratégica para el clúster</translation>
    </message>
    <message>
        <source>Our plans need it</source>
        <translation>Nuestros planes la necesitan</translation>
    </message>
    <message>
        <source>Which plan or roadmap says so?</source>
        <translation>¿Qué plan u hoja de ruta lo dice?</translation>
    </message>
    <message>
        <source>Why it is strategic</source>
        <translation>Por qué es estratégica</translation>
    </message>
    <message>
        <source>First say which skill these words mean, in the step Needs.</source>
        <translation>Diga antes, en el paso Necesidades, qué competencia significan estas palabras.</translation>
    </message>
</context>
<context>
    <name>ThresholdsTool</name>
    <message>
        <source>Thresholds to discuss</source>
        <translation>Umbrales para debatir</translation>
    </message>
    <message>
        <source>Where would a verdict tip if the line were drawn elsewhere? Nothing here is stored or reported.</source>
        <translation>¿Dónde cambiaría un veredicto si la línea se trazara en otro sitio? Nada de esto se guarda ni va al informe.</translation>
    </message>
    <message>
        <source>Back to the usual thresholds</source>
        <translation>Volver a los umbrales habituales</translation>
    </message>
    <message>
        <source>Back to the chosen skill</source>
        <translation>Volver a la competencia elegida</translation>
    </message>
    <message>
        <source>Balanced: under {share} short of people, and under {share} with trouble hiring</source>
        <translation>Equilibrio: a menos del {share} le faltan personas y menos del {share} tuvo problemas al contratar</translation>
    </message>
    <message>
        <source>Groups: places suffice from {share} of the people short</source>
        <translation>Grupos: las plazas bastan desde el {share} de las personas que faltan</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Mostrar %n más</numerusform>
            <numerusform>Mostrar %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeightsTool</name>
    <message>
        <source>What counts in the ranking</source>
        <translation>Qué cuenta en el orden</translation>
    </message>
    <message>
        <source>Move a slider: the shares of the others give way, so that all add up to 100 %. Reports say when weights were changed.</source>
        <translation>Mueva un control: las partes de los demás ceden, para que todas sumen 100 %. Los informes dicen si se cambiaron los pesos.</translation>
    </message>
    <message>
        <source>Use these weights</source>
        <translation>Usar estos pesos</translation>
    </message>
    <message>
        <source>Back to the usual weights</source>
        <translation>Volver a los pesos habituales</translation>
    </message>
    <message>
        <source>Back to the chosen skill</source>
        <translation>Volver a la competencia elegida</translation>
    </message>
</context>
</TS>
