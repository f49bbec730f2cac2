"""Short forms of first names: Bill for William, Chuck for Charles."""

from __future__ import annotations

_NICKNAMES = """
    abraham:abe albert:al,bert alejandro:alex alexander:alex,sandy,sasha alexandra:alex,sandra
    alfred:al,fred andrew:andy,drew anthony:tony antonio:tony,toni arthur:art augustus:gus
    barbara:barb,babs barry:bear benjamin:ben,benny bernard:bernie bradley:brad caroline:carrie
    catherine:cathy,kate,katie charles:charlie,chuck,chas christine:chris,christie,tina
    christina:chris,tina christopher:chris clifford:cliff clinton:clint cynthia:cindy
    daniel:dan,danny david:dave,davy deborah:deb,debbie donald:don,donnie dorothy:dot,dottie
    douglas:doug edmund:ed,eddie edward:ed,eddie,ted,ned edwin:ed eleanor:ellie,nell
    elizabeth:liz,beth,betty,betsy,lisa,eliza emanuel:manny emily:em eugene:gene florence:flo
    frances:fran francis:frank franklin:frank frederick:fred,freddie gabriel:gabe
    gabrielle:gabby,gaby gerald:gerry,jerry geoffrey:geoff gregory:greg harold:hal,harry
    henry:hank,harry herbert:herb howard:howie isaac:ike jacob:jake jacqueline:jackie
    james:jim,jimmy,jamie janet:jan jeffrey:jeff jennifer:jen,jenny jeremiah:jerry jerome:jerry
    jessica:jess,jessie john:jack,johnny,jon jonathan:jon,jonny joseph:joe,joey joshua:josh
    judith:judy katherine:kate,kathy,katie,kay kathleen:kathy,kate kenneth:ken,kenny kimberly:kim
    lawrence:larry leonard:len,lenny leroy:roy louis:lou madeleine:maddie
    margaret:maggie,meg,peggy,marge martin:marty matthew:matt maxwell:max maximilian:max
    michael:mike,mick,mickey michelle:shelly mitchell:mitch nathan:nate nathaniel:nate,nat
    nicholas:nick,nicky norman:norm oliver:ollie pamela:pam patricia:pat,patty,trish
    patrick:pat,paddy peter:pete philip:phil phillip:phil randolph:randy raymond:ray rebecca:becky
    reginald:reggie richard:rick,dick,rich,ricky robert:bob,rob,bobby,robbie,bert roberta:bobbie
    rodney:rod ronald:ron,ronnie rudolph:rudy russell:russ samantha:sam samuel:sam,sammy
    sandra:sandy sidney:sid stanley:stan stephen:steve steven:steve stuart:stu susan:sue,susie
    suzanne:sue terrence:terry theodore:ted,teddy,theo theresa:terry,tess thomas:tom,tommy
    timothy:tim tobias:toby valerie:val victor:vic victoria:vicky,tori vincent:vince,vinny
    virginia:ginny walter:walt,wally wesley:wes wilhelm:willi,willy willard:mitt
    william:bill,billy,will,willie,liam zachary:zach,zack friedrich:fritz johannes:hannes,hans
    josef:sepp,jupp françois:fanfan francisco:paco,pancho josé:pepe manuel:manolo ignacio:nacho
"""

_SHORT = {
    entry.partition(":")[0]: frozenset(entry.partition(":")[2].split(","))
    for entry in _NICKNAMES.split()
}
_SHORTEST = 3
"""Letters of a beginning that is taken for a short form: Dem for Demetrios."""


def is_short_for(short: str, name: str) -> bool:
    """Tell whether a folded first name is a short form of another, or its beginning."""
    is_beginning = len(short) >= _SHORTEST and len(short) < len(name) and name.startswith(short)
    return is_beginning or short in _SHORT.get(name, ())
