"""First names that are sure to be a woman's or a man's, in the languages that news is read in.

Those that both have (Jordan, Leslie, Kim, Andrea, Jean) stand apart: they tell a person, no gender.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["female", "male", ""]
"""Empty where nothing is sure."""

_MALE = """
    aaron abdul abdullah abe abraham adam adolf adrian ahmad ahmed al alain alan albert alberto
    alejandro alex alexander alexandre alfonso alfred alfredo ali alistair allan allen alvaro alvin
    amir anders andreas andres andrew andre andré andrés andy angelo angus anthony anton antonio
    antony arne arnold arthur arturo axel barack barry bart ben benedikt benito benjamin benoît
    bernard bernd bernhard bernie bertrand bill billy björn bob bobby boris brad bradley brandon
    brendan brent brett brian bruce bruno bryan caleb calvin carl carlos cedric cesar chad charles
    charlie chester chip chris christian christoph christophe christopher chuck clarence claude
    claudio clay clemens clement cliff clifford clint clinton clyde cody colin conor conrad corey
    cornelius craig curt curtis cyril césar damien damon dan daniel danny darrell darren daryl dave
    david dean demetrios denis dennis denny derek dermot detlef devin dick didier diego dieter
    dietmar dimitri dirk dmitri dominic dominik dominique don donald doug douglas duane duncan
    dustin dwight earl ed eddie edgar eduardo edward edwin eli elias elijah elliot elliott elmar
    elon emanuel emiliano emilio emmanuel emmett enrique eric erich erick erik ernest ernesto ernie
    ernst esteban ethan eugen eugene evan ezra fabian fabien fabrice felipe felix ferdinand fernando
    florian floyd frank franklin franz françois fred freddie frederic frederick friedrich fritz
    frédéric gabriel garrett garry gary gavin geoff geoffrey georg george gerald gerard gerd gerhard
    gerry gilbert gilles giovanni giuseppe glen glenn gonzalo gordon graham grant greg gregg gregor
    gregory guillaume guillermo gustav gustavo guy gérald gérard günter günther hal hamid hank
    hannes hans harald harold harrison harry harvey hassan heath hector heiko heinrich heinz helmut
    henri henrik henry herbert herman hermann holger horacio horst howard hubert hugh hugo humphrey
    hussein ian ibrahim ignacio igor immanuel imran irving isaac isaiah ivan iván jack jackson jacob
    jacques jaime jake jakob james jared jarrod jason javier jay jeb jed jeff jefferson jeffrey jens
    jensen jeremiah jeremy jerome jerry jesse jesús jim jimmy joachim joaquín jochen joe joel joerg
    johann johannes john johnny jon jonas jonathan jorge jorn jose josef joseph josh joshua josé
    juan jude jules julian julien julio justin jörg jürgen kai karim karl karsten keir keith ken
    kenneth kenny kent kevin kirk klaus konrad konstantin kurt kyle lamar lance larry lars laurent
    lawrence leo leon leonard leonardo leopold leroy lester lionel lloyd logan lorenzo lothar lou
    louis lucas ludwig luigi luis lukas luke luther malcolm malik manfred manuel marc marcel marcelo
    marco marcos marcus mario mark markus marshall martin marty marvin mateo mathias mathieu matt
    matteo matthew matthias maurice mauricio max maxime maximilian mel michael michel miguel mike
    mikhail milton mitch mitchell mitt moammar mohamed mohammad mohammed moritz morris moses muammar
    muhammad murray mustafa nate nathan nathaniel ned neil nelson newt nicholas nick nico nicolas
    niels nigel nils noah noel norbert norman octavio olaf ole oliver olivier omar orlando orrin
    osama oscar oskar otto owen pablo pascal patrice patrick paul pedro pete peter phil philip
    philipp philippe phillip pierre preston quentin rafael rahm rainer ralf ralph ramon ramón rand
    randall randolph randy raoul raphael raul ray raymond raúl reginald reiner reinhard rené rex
    ricardo richard rick ricky rishi rob robert roberto rod roderick rodney rodrigo roger roland
    rolf romain roman ron ronald ronnie ross roy ruben rubén rudolf rudolph rudy rupert russ russell
    ryan rüdiger salvador sam samuel santiago saul scott sean sebastian serge sergei sergio seth
    shane shaun sidney siegfried simon spencer stanley stefan stefano stephan stephen steve steven
    stewart stuart stéphane sven sébastien sören tariq ted terrence theo theodore thierry thilo
    thomas thorsten tim timo timothy tobias toby todd tom tommy tomás tony torsten travis trent
    trevor tristan troy tyler udo ulrich uwe valentin vernon victor vikram viktor vince vincent
    vladimir volker wade walt walter warren wayne wendell werner wes wesley wilbur wilfried wilhelm
    will willard william willie wolfgang woody wyatt xavier yann yusuf yves zachary zack étienne
"""
_FEMALE = """
    abby abigail ada adela adelaide adele adriana agatha agnes aileen aisha alexandra alice alicia
    alina alison allison alma alyssa amanda amber amelia amy amélie ana anastasia angela angelica
    angelika angelina anita anja anke ann anna anne annegret annemarie annette annie antje
    antoinette antonia april arlene ashley astrid aurora ava barbara beatrice beatrix beatriz becky
    belinda bernadette bertha beth bethany betsy betty beverly birgit bonnie brenda bridget brigitte
    britta brittany brooke camila candace candice carla carly carmen carol carole carolina caroline
    carolyn carrie catalina catarina caterina catherine cathy cecilia celeste charlene charlotte
    chelsea cheryl chloe chloé christa christina christine cindy claire clara clarissa claudette
    claudia colleen condi condoleezza connie constance consuelo cora corinna corinne cornelia
    courtney crystal cynthia cécile céline dagmar daisy daniela danielle daphne darlene dawn debbie
    deborah debra deirdre delia delphine denise diana diane dianne dolores donna dora doris dorothea
    dorothee dorothy edith eileen elaine eleanor elena elfriede elisa elisabeth elise eliza
    elizabeth ella ellen elsa elsie elvira emilia emilie emily emma erica erika erin esmeralda
    esperanza esther ethel eugenia eva evelyn faith fatima felicia fernanda fiona flora florence
    frances francesca franziska frauke frieda gabby gabriela gabriele gabrielle gail geneviève
    georgia georgina geraldine gerda gertrude gina ginger gisela giulia gladys glenda gloria grace
    greta gretchen guadalupe gudrun gwen gwendolyn gwyneth hanna hannah harriet hazel heather heidi
    heike helen helena helga henrietta hilda hildegard hillary holly hope huma hélène ida ilhan ilse
    imelda ines inga inge ingrid inés irene iris irma isabel isabella isabelle isobel ivanka ivy
    jacqueline jana jane janet janice jasmine jeanette jeanne jenna jennifer jenny jessica jill joan
    joann joanna joanne jocelyn jodi josefina josephine joy joyce juana juanita judith judy julia
    juliana julianne julie juliet jutta kaitlin kamala karen karin karina karla kate katharina
    katherine kathleen kathryn kathy katie katja katrin katrina kay kayla kerstin kimberly kirsten
    kirstin kirstjen kristen kristin kristina lara latoya laura lauren laurie lea leah leila lena
    leonie letitia lidia lila lily lina linda lindsey lisa liz liza lois lola loretta lori lorraine
    louise lourdes lucia lucie lucille lucinda lucy lucía luisa lupita lydia lynn mabel mackenzie
    maddie madeleine madeline mafalda magdalena maggie maia malala mallory mandy manon manuela mara
    marcella marcia margaret margarita margot marguerite maria mariana marianne marie marielle
    marietta marilyn marina marine marisa marissa marjorie marlene marta martha martina mary maría
    mathilde matilda maud maureen maxine maya mazie meg megan meghan melania melanie melinda melissa
    mercedes meredith mia michaela michele michelle mildred miranda miriam mitzi moira molly monica
    monika monique muriel myra myriam nadia nadine nancy naomi natalia natalie natasha nathalie
    nicole nikki nina nora noreen norma odette olga olive olivia opal ophelia paige pam pamela paola
    patricia patsy patty paula paulette paulina pauline pearl peggy penelope penny petra phyllis
    pilar polly priscilla priya rachel rachelle ramona raquel rashida rebecca regina renate renee
    renée rhonda rita roberta rosa rosalie rosalind rosario rose roseanne rosemarie rosemary rosie
    roxanne ruby ruth sabine sabrina sally samantha sandra sara sarah selena selma serena sharon
    sheila shelley sherry sheryl shirley sieglinde sigrid silke silvia sofia sofía sonia sonja
    sophia sophie stacey stacy stella stephanie stéphanie sue susan susana susanna susanne susie
    suzanne svenja sybil sylvia sylvie tabitha tamara tammy tania tanja tanya tara tatiana teresa
    teri theresa thérèse tiffany tina trish trudy tulsi ulrike ursula uta ute valentina valeria
    valerie valérie vanessa vera verena veronica verónica vicki vicky victoria viktoria viola violet
    virginia virginie vivian viviane véronique wanda wendy wilhelmina wilma winifred yolanda yvette
    yvonne zoe zoé élodie
"""
_EITHER = """
    alexis andrea ariel avery bailey blake cameron camille carey cary casey charlie chauncy christie
    conny dakota dale dana dara darcy dominique drew dylan elisha francis gabriele gail hadley
    hayden hilary hunter jackie jamie jan jean jesse jo jody jordan joyce jules julian jun kai kay
    kelly kelsey kendall kerry kim kris lane laurence lee lesley leslie li lindsay lindsey logan
    lonnie loren lupe lynn marion marlin marlo mason michele min morgan nicky nicola noel paris
    parker pat peyton quinn randy reagan reed reese reid riley robbie robin rory rowan sam sandy
    sasha shannon shawn shelby sidney simone skyler stacy sydney taylor terry toby toni tracy tyler
    val valentine wei whitney xi yu
"""


_AMBIGUOUS = frozenset(_EITHER.split())
_MEN = frozenset(_MALE.split()) - _AMBIGUOUS
_WOMEN = frozenset(_FEMALE.split()) - _AMBIGUOUS

_NO_PERSON = frozenset("april charlotte florence virginia georgia hope paris faith will".split())
"""First names that stand more often for a month, a place or a thing."""
_FIRST_NAMES = (_MEN | _WOMEN | _AMBIGUOUS) - _NO_PERSON


def is_first_name(word: str) -> bool:
    """Tell whether `word`, in small letters, is a first name and hardly anything else."""
    return word in _FIRST_NAMES


def tell_gender(first_name: str) -> Gender:
    """Return whose name `first_name`, in small letters, is sure to be."""
    is_man, is_woman = first_name in _MEN, first_name in _WOMEN
    if is_man == is_woman:
        return ""
    return "male" if is_man else "female"
