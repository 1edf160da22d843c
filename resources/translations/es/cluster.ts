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

The name of the round and the day until which answers are wanted stand on the forms and in the report.</source>
        <translation>Cada dato se guarda al salir del campo o al pulsar Intro, y se deshace con Ctrl+Z.

País y región son listas: escriba parte del nombre o del código NUTS, muévase con las flechas y pulse Intro. La región puede ser de nivel 1, 2 o 3; cuanto más pequeña, mejor se encuentran socios.

Las prioridades S3 son los ámbitos de especialización inteligente en que coinciden su región y ustedes. Elija hasta tres; un clic en una elegida la quita.

El nombre de la ronda y el día hasta el que se esperan respuestas figuran en los formularios y en el informe.</translation>
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
</TS>
