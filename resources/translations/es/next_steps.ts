<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>HandEntry</name>
    <message>
        <source>What it rests on</source>
        <translation>En qué se basa</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>e.g. 60 %</source>
        <translation>p. ej. 60 %</translation>
    </message>
    <message>
        <source>A percentage from 0 to 100, such as 60; below 1 with its sign: 0.5 %</source>
        <translation>Un porcentaje de 0 a 100, como 60; por debajo de 1, con su signo: 0,5 %</translation>
    </message>
</context>
<context>
    <name>MilestoneRow</name>
    <message>
        <source>Milestone</source>
        <translation>Hito</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>State of “{title}”</source>
        <translation>Estado de «{title}»</translation>
    </message>
    <message>
        <source>Remove “{title}”</source>
        <translation>Quitar «{title}»</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Atrasado</translation>
    </message>
</context>
<context>
    <name>NextStepsPage</name>
    <message>
        <source>Suggestions are being worked out…</source>
        <translation>Se están calculando las sugerencias…</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) for the board</source>
        <translation>
            <numerusform>%n decisión para la junta</numerusform>
            <numerusform>%n decisiones para la junta</numerusform>
        </translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidido</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) for this step</source>
        <translation>
            <numerusform>%n sugerencia para este paso</numerusform>
            <numerusform>%n sugerencias para este paso</numerusform>
        </translation>
    </message>
    <message>
        <source>Best of the other steps</source>
        <translation>Lo mejor de los demás pasos</translation>
    </message>
    <message numerus="yes">
        <source>Put aside: %n suggestion(s) that come back when their facts change</source>
        <translation>
            <numerusform>Apartada: %n sugerencia que vuelve cuando cambien sus datos</numerusform>
            <numerusform>Apartadas: %n sugerencias que vuelven cuando cambien sus datos</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide the other suggestions</source>
        <translation>Ocultar las demás sugerencias</translation>
    </message>
    <message numerus="yes">
        <source>Show %n other suggestion(s)</source>
        <translation>
            <numerusform>Mostrar %n sugerencia más</numerusform>
            <numerusform>Mostrar %n sugerencias más</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted. Its action says otherwise already, and that stays: {fields}.</source>
        <translation>Aceptada. Su acción ya dice otra cosa, y eso se mantiene: {fields}.</translation>
    </message>
    <message>
        <source>Accepted. It stands on the grid of actions as planned; undo takes both back.</source>
        <translation>Aceptada. Está en la cuadrícula de acciones como planificada; deshacer retira ambas cosas.</translation>
    </message>
    <message>
        <source>Open again. What was planned stays on the grid of actions; remove it there.</source>
        <translation>Abierta de nuevo. Lo planificado sigue en la cuadrícula de acciones; quítelo allí si ya no lo quiere.</translation>
    </message>
    <message>
        <source>It stands in the report&apos;s chapter “Board paper”, with what is filled in.</source>
        <translation>Está en el capítulo «Documento para la junta» del informe, con lo que se haya completado.</translation>
    </message>
    <message>
        <source>Copied as text: paste it wherever it is needed.</source>
        <translation>Copiado como texto: péguelo donde haga falta.</translation>
    </message>
    <message>
        <source>Three steps follow each other: broaden participation, develop services, engage regionally. The fourth, connect internationally, runs alongside. Choose a step to see what is in place, what is not yet, and what nobody recorded. What no data can tell you record there yourself.

Each card is a decision that a board can take: what, why, what happens if not, the first small step, cost and who could pay. Who, by when, days and money can be filled in. The order is impact × feasibility × gap on the grid; all three are shown with the figures behind them. “Why not the others” names the one condition that keeps each other suggestion down.

Accept puts the action on the grid as planned, with what was filled in. Later and No ask for a reason, and the suggestion stays quiet until its facts change: then it comes back and says what changed. Every answer can be changed, and undo takes it back. “Add to board paper” puts a decision into the report.

The roadmap shows what is planned and running, by when and by whom, what waits for what, and the days that it takes. Nothing is corrected there: what is late, missing or in conflict is named.</source>
        <translation>Tres pasos se siguen: ampliar la participación, desarrollar servicios, implicar a la región. El cuarto, conectar internacionalmente, va en paralelo. Elija un paso para ver qué está en marcha, qué falta todavía y qué no ha registrado nadie. Lo que ningún dato puede decir lo registra usted allí.

Cada tarjeta es una decisión que una junta puede tomar: qué, por qué, qué pasa si no, el primer paso pequeño, el coste y quién podría pagar. Se puede completar quién, para cuándo, los días y el dinero. El orden es impacto × viabilidad × hueco en la cuadrícula; los tres se muestran con las cifras que hay detrás. «Por qué no las otras» nombra la condición que frena a cada una de las demás sugerencias.

Aceptar pone la acción en la cuadrícula como planificada, con lo que se completó. Más tarde y No piden un motivo, y la sugerencia calla hasta que cambien sus datos: entonces vuelve y dice qué ha cambiado. Toda respuesta se puede cambiar, y deshacer la retira. «Añadir al documento para la junta» lleva una decisión al informe.

La hoja de ruta muestra lo planificado y lo que está en marcha, para cuándo y a cargo de quién, qué espera a qué y los días que requiere. Allí no se corrige nada: lo que va con retraso, falta o choca se nombra.</translation>
    </message>
    <message>
        <source>Each suggestion rests on what is recorded. You decide: accept it, keep it for later, or say no.</source>
        <translation>Cada sugerencia se basa en lo registrado. Usted decide: aceptarla, dejarla para más tarde o decir que no.</translation>
    </message>
    <message>
        <source>Decisions or roadmap</source>
        <translation>Decisiones u hoja de ruta</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>Roadmap</source>
        <translation>Hoja de ruta</translation>
    </message>
    <message>
        <source>Keep and deepen</source>
        <translation>Mantener y profundizar</translation>
    </message>
    <message>
        <source>What runs already, and what more it could serve.</source>
        <translation>Lo que ya está en marcha y para qué más podría servir.</translation>
    </message>
    <message>
        <source>Open the grid of actions</source>
        <translation>Abrir la cuadrícula de acciones</translation>
    </message>
    <message>
        <source>No suggestions yet</source>
        <translation>Aún no hay sugerencias</translation>
    </message>
    <message>
        <source>Suggestions follow from what members need, who could teach it and what the cluster does already. Begin with the first answers; a few are enough.</source>
        <translation>Las sugerencias surgen de lo que necesitan los miembros, de quién podría enseñarlo y de lo que el clúster ya hace. Empiece con las primeras respuestas; bastan unas pocas.</translation>
    </message>
    <message>
        <source>Go to Needs</source>
        <translation>Ir a Necesidades</translation>
    </message>
    <message>
        <source>Go to Actions</source>
        <translation>Ir a Acciones</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>En solitario</translation>
    </message>
    <message>
        <source>Regional</source>
        <translation>Regional</translation>
    </message>
    <message>
        <source>International</source>
        <translation>Internacional</translation>
    </message>
    <message>
        <source>low–medium</source>
        <translation>baja–media</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alta</translation>
    </message>
    <message>
        <source>who</source>
        <translation>quién</translation>
    </message>
    <message>
        <source>by when</source>
        <translation>para cuándo</translation>
    </message>
    <message>
        <source>staff days</source>
        <translation>días de personal</translation>
    </message>
    <message>
        <source>money</source>
        <translation>dinero</translation>
    </message>
    <message>
        <source>Write a date such as 31/10/2026, or a month: 10/2026.</source>
        <translation>Escriba una fecha como 31/10/2026, o un mes: 10/2026.</translation>
    </message>
    <message>
        <source>Write a number such as 12, or leave it blank.</source>
        <translation>Escriba un número como 12, o déjelo en blanco.</translation>
    </message>
    <message>
        <source>With that alone: place {then} by score, now {now}.</source>
        <translation>Solo con eso: lugar {then} por puntos, ahora {now}.</translation>
    </message>
    <message>
        <source>With that: place {then} by score.</source>
        <translation>Con eso: lugar {then} por puntos.</translation>
    </message>
    <message>
        <source>Order: {factors}</source>
        <translation>Orden: {factors}</translation>
    </message>
    <message>
        <source>{name} (now {value}, target {target})</source>
        <translation>{name} (ahora {value}, objetivo {target})</translation>
    </message>
    <message>
        <source>runs alongside the other three</source>
        <translation>avanza junto a los otros tres</translation>
    </message>
    <message>
        <source>prepare first: step {number}</source>
        <translation>preparar antes: paso {number}</translation>
    </message>
    <message>
        <source>prepare first: steps {numbers}</source>
        <translation>preparar antes: pasos {numbers}</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>como máximo</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>al menos</translation>
    </message>
</context>
<context>
    <name>NextStepsWords</name>
    <message numerus="yes">
        <source>%n decision(s) to take</source>
        <translation>
            <numerusform>%n decisión por tomar</numerusform>
            <numerusform>%n decisiones por tomar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) to take, {accepted} accepted</source>
        <translation>
            <numerusform>%n decisión por tomar, {accepted} aceptadas</numerusform>
            <numerusform>%n decisiones por tomar, {accepted} aceptadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OthersCard</name>
    <message>
        <source>Why not the others</source>
        <translation>Por qué no las otras</translation>
    </message>
    <message>
        <source>Each condition is tried alone: what would lift the suggestion furthest, and to which place.</source>
        <translation>Cada condición se prueba por separado: qué elevaría más la sugerencia, y hasta qué lugar.</translation>
    </message>
    <message numerus="yes">
        <source>Hide %n suggestion(s)</source>
        <translation>
            <numerusform>Ocultar %n sugerencia</numerusform>
            <numerusform>Ocultar %n sugerencias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n suggestion(s)</source>
        <translation>
            <numerusform>Mostrar %n sugerencia</numerusform>
            <numerusform>Mostrar %n sugerencias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanFields</name>
    <message>
        <source>The first step, and what the decision takes</source>
        <translation>El primer paso, y lo que requiere la decisión</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>Staff days</source>
        <translation>Días de trabajo</translation>
    </message>
    <message>
        <source>Money in EUR</source>
        <translation>Dinero en EUR</translation>
    </message>
    <message>
        <source>name or team</source>
        <translation>nombre o equipo</translation>
    </message>
    <message>
        <source>such as 31/10/2026</source>
        <translation>por ejemplo 31/10/2026</translation>
    </message>
    <message>
        <source>A first cycle usually takes {days} staff days.</source>
        <translation>Un primer ciclo suele llevar {days} días de trabajo.</translation>
    </message>
</context>
<context>
    <name>ReasonBox</name>
    <message>
        <source>Why this is suggested</source>
        <translation>Por qué se sugiere</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
</context>
<context>
    <name>ReasonEntry</name>
    <message>
        <source>Save answer</source>
        <translation>Guardar respuesta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Say why in a few words, so that the next meeting need not ask again.</source>
        <translation>Diga por qué en pocas palabras, para que la próxima reunión no tenga que volver a preguntarlo.</translation>
    </message>
</context>
<context>
    <name>RecommendationCard</name>
    <message>
        <source>Planned on the grid of actions.</source>
        <translation>Planificada en la cuadrícula de acciones.</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Why this, and how?</source>
        <translation>¿Por qué y cómo?</translation>
    </message>
    <message>
        <source>All reasons and the plan</source>
        <translation>Todas las razones y el plan</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copiar como texto</translation>
    </message>
    <message>
        <source>Take out of the board paper</source>
        <translation>Quitar del documento para la junta</translation>
    </message>
    <message>
        <source>Add to board paper</source>
        <translation>Añadir al documento para la junta</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Show on the grid</source>
        <translation>Ver en la cuadrícula</translation>
    </message>
    <message>
        <source>Change answer</source>
        <translation>Cambiar respuesta</translation>
    </message>
    <message>
        <source>Why not?</source>
        <translation>¿Por qué no?</translation>
    </message>
    <message>
        <source>Why later, and when?</source>
        <translation>¿Por qué más tarde, y cuándo?</translation>
    </message>
</context>
<context>
    <name>ReturnBox</name>
    <message>
        <source>Back on the table: its facts have changed since the answer</source>
        <translation>De nuevo sobre la mesa: sus datos han cambiado desde la respuesta</translation>
    </message>
</context>
<context>
    <name>RoadmapPanel</name>
    <message>
        <source>Do not wait for “{title}”</source>
        <translation>No esperar a «{title}»</translation>
    </message>
    <message>
        <source>Choose an action to wait for</source>
        <translation>Elija una acción a la que esperar</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
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
        <source>Staff days</source>
        <translation>Días de trabajo</translation>
    </message>
    <message>
        <source>In all if it takes up to a year, otherwise per year; blank if not known.</source>
        <translation>En total si dura hasta un año; si no, por año. En blanco si no se conocen.</translation>
    </message>
    <message>
        <source>Counted in {year}: {days}.</source>
        <translation>Cuentan en {year}: {days}.</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Espera a</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>Hitos</translation>
    </message>
    <message>
        <source>New milestone</source>
        <translation>Nuevo hito</translation>
    </message>
    <message>
        <source>what should have happened</source>
        <translation>qué debería haber ocurrido</translation>
    </message>
    <message>
        <source>by when</source>
        <translation>para cuándo</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add milestone</source>
        <translation>Añadir hito</translation>
    </message>
    <message>
        <source>Open the grid of actions</source>
        <translation>Abrir la cuadrícula de acciones</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>A milestone says what should have happened.</source>
        <translation>Un hito dice qué debería haber ocurrido.</translation>
    </message>
</context>
<context>
    <name>RoadmapView</name>
    <message>
        <source>Picture saved: {path}</source>
        <translation>Imagen guardada: {path}</translation>
    </message>
    <message>
        <source>Days a year the team has</source>
        <translation>Días al año que tiene el equipo</translation>
    </message>
    <message>
        <source>Blank: not known.</source>
        <translation>En blanco: no se conocen.</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>Guardar como imagen</translation>
    </message>
    <message>
        <source>Nothing is planned or running yet. Accept a decision, or set an action on the grid to planned: it then stands here with its dates, its owner and what it waits for.</source>
        <translation>Todavía no hay nada planificado ni en marcha. Acepte una decisión, o marque como planificada una acción de la cuadrícula: entonces aparece aquí con sus fechas, su responsable y aquello a lo que espera.</translation>
    </message>
    <message>
        <source>Dots are milestones: green reached, in the warning colour overdue, a ring still open. A dashed bar lacks a date: its horizon stands for it. Lines lead from an action to what waits for it.</source>
        <translation>Los puntos son hitos: verde, alcanzado; en el color de aviso, atrasado; anillo, aún abierto. A una barra de trazos le falta una fecha: la sustituye su horizonte. Las líneas llevan de una acción a lo que la espera.</translation>
    </message>
    <message>
        <source>A milestone says what should have happened.</source>
        <translation>Un hito dice qué debería haber ocurrido.</translation>
    </message>
    <message>
        <source>Write a date such as 31/10/2026, or a month: 10/2026.</source>
        <translation>Escriba una fecha como 31/10/2026, o un mes: 10/2026.</translation>
    </message>
    <message>
        <source>Write a number such as 12, or leave it blank.</source>
        <translation>Escriba un número como 12, o déjelo en blanco.</translation>
    </message>
</context>
<context>
    <name>StepPanel</name>
    <message>
        <source>Source: {source}</source>
        <translation>Origen: {source}</translation>
    </message>
    <message>
        <source>Own target; the catalogue&apos;s is {target}.</source>
        <translation>Objetivo propio; el del catálogo es {target}.</translation>
    </message>
    <message>
        <source>Close the step</source>
        <translation>Cerrar el paso</translation>
    </message>
    <message>
        <source>Prepare first: {names}</source>
        <translation>Preparar antes: {names}</translation>
    </message>
    <message>
        <source>Runs alongside the other three: nothing has to be finished first.</source>
        <translation>Va en paralelo a los otros tres: no hay que terminar nada antes.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Foundations of a partnership: {answered} of {all} answered</source>
        <translation>Bases de una alianza: {answered} de {all} respondidas</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>sin responder</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>en parte</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Prueba</translation>
    </message>
</context>
<context>
    <name>StepPath</name>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n sugerencia</numerusform>
            <numerusform>%n sugerencias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TargetEntry</name>
    <message>
        <source>Take back to the catalogue&apos;s target: {target}</source>
        <translation>Volver al objetivo del catálogo: {target}</translation>
    </message>
    <message>
        <source>A percentage from 0 to 100, such as 60; below 1 with its sign: 0.5 %</source>
        <translation>Un porcentaje de 0 a 100, como 60; por debajo de 1, con su signo: 0,5 %</translation>
    </message>
    <message>
        <source>A whole number from 0 on</source>
        <translation>Un número entero a partir de 0</translation>
    </message>
    <message>
        <source>At most {most}: there are no more of them</source>
        <translation>Como mucho {most}: no hay más</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
</context>
</TS>
