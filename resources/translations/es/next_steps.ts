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
        <source>A percentage from 0 to 100</source>
        <translation>Un porcentaje de 0 a 100</translation>
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
        <source>Accepted. It stands on the grid of actions as planned; undo takes both back.</source>
        <translation>Aceptada. Está en la cuadrícula de acciones como planificada; deshacer retira ambas cosas.</translation>
    </message>
    <message>
        <source>Open again. What was planned stays on the grid of actions; remove it there.</source>
        <translation>Abierta de nuevo. Lo planificado sigue en la cuadrícula de acciones; quítelo allí si ya no lo quiere.</translation>
    </message>
    <message>
        <source>Copied as text: paste it into the board paper.</source>
        <translation>Copiado como texto: péguelo en el documento para la junta.</translation>
    </message>
    <message>
        <source>Each suggestion rests on what is recorded. You decide: accept it, keep it for later, or say no.</source>
        <translation>Cada sugerencia se basa en lo registrado. Usted decide: aceptarla, dejarla para más tarde o decir que no.</translation>
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
        <source>Three steps follow each other: broaden participation, develop services, engage regionally. The fourth, connect internationally, runs alongside. Choose a step to see what is in place, what is not yet, and what nobody recorded. What no data can tell you record there yourself.

Each card is a decision that a board can take: what, why, what happens if not, the first small step, cost and who could pay. The order is impact × feasibility × gap on the grid; all three are shown.

Accept puts the action on the grid as planned. Later and No ask for a reason, so that the next meeting need not ask again. Every answer can be changed, and undo takes it back.</source>
        <translation>Tres pasos van uno tras otro: ampliar la participación, desarrollar servicios, implicarse en la región. El cuarto, conectar con el exterior, avanza al lado. Elija un paso para ver qué está en marcha, qué falta todavía y qué no ha registrado nadie. Lo que ningún dato puede decir lo registra usted ahí mismo.

Cada tarjeta es una decisión que una junta puede tomar: qué, por qué, qué pasa si no, el primer paso pequeño, el coste y quién podría pagarlo. El orden es impacto × viabilidad × hueco en la cuadrícula; los tres se muestran.

Aceptar pone la acción en la cuadrícula como planificada. Más tarde y No piden una razón, para que la próxima reunión no tenga que volver a preguntar. Toda respuesta se puede cambiar, y deshacer la retira.</translation>
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
        <source>Copy for the board paper</source>
        <translation>Copiar para la junta</translation>
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
        <source>A percentage from 0 to 100</source>
        <translation>Un porcentaje de 0 a 100</translation>
    </message>
    <message>
        <source>A whole number from 0 on</source>
        <translation>Un número entero a partir de 0</translation>
    </message>
</context>
</TS>
