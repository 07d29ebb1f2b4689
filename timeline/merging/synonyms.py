"""Words that news uses for one thing, and words that exclude each other. Lists of our own."""

# A line is one meaning. A word stands in one line only; its stem counts, so forms need no entry.
MEANINGS = """
buy bought acquire acquisition purchase takeover
sell sold sale
die died dead death deceased fatal fatality
kill killed killing slain slay murder homicide
shoot shot shooting gunman gunmen
quake earthquake tremor temblor
hit strike struck jolt rattle
attack raid assault
bomb bombing
arrest detain capture apprehend custody
jail imprison prison sentence
accuse charge indict
convict conviction
sack dismiss oust
hire appoint name nominate pick chose choose select
resign resignation quit
leave left exit depart departure
win won victory triumph beat defeat
lose lost loss
injure hurt wound injury
begin began begun start launch commence kick
end ended finish conclude
announce unveil reveal introduce release debut
sign signed signature
agreement agree deal pact treaty
crash collision collide wreck
cut slash reduce trim
raise increase boost lift
rise rose climb jump surge
fall fell drop decline slump plunge
open opened inaugurate
close closed shut closure
steal stole stolen theft rob robbery heist thief
protest demonstration demonstrator protester rally
storm hurricane typhoon cyclone
blaze fire inferno
plead plea
delay postpone
hack breach
build built construct construction
vote ballot poll elect election
marry wed wedding marriage
birth born
cop officer police
sue lawsuit suit
firm company
film movie
physician doctor
""".strip().splitlines()

# Whoever says the one does not say the other: the library opened, the library closed.
OPPOSITES = [
    tuple(line.split())
    for line in """
open close
begin end
rise fall
raise cut
appoint sack
arrest free
accept reject
approve reject
convict acquit
marry divorce
born die
""".strip().splitlines()
]
