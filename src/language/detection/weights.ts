/**
 * What tells Bambara (above 0) from French (below): tenths of a weight, then the runs of letters that have it.
 * Made by scripts/make-language-weights.mjs from the Universal Declaration of Human Rights and the project’s own texts.
 */
export const WEIGHTS = `
-54: _y_ ai
-49: ie
-46: _e
-45: oi
-44: _sa_ r_
-42: y_
-41: _un l_ t_
-40: _en _p
-37: au p
-36: de_ s_ sa_
-35: ns v
-34: ou
-33: _tu_ ns_
-32: _en_ _un_ nt_
-31: _de_ oi_ ui
-30: _du_ it tu_
-29: _v nkan
-28: _ai io ion
-27: _au _il _je_ c du_ eu ic il_ ite ite_ je_ q
-26: _no _pa er_ mm ne_ pa qu
-25: ien ue x
-24: _il_ _on_ _ou ai_ ans_ re
-23: =bamanankan _li age bama es_ et nank tio tion
-22: _ai_ age_ ien_ nd ue_
-21: _bam _ou_ _q _qu _re bam ch fin ion_ mme ne on_ ou_ ser ss
-20: ac anan mer rt
-19: =ton _nu _r _tu au_ co er nka nt ui_
-18: _l' _l'_ _ne_ _on ain ans ard atio ec it_ l' l'_ onne rd vo
-17: =dans =sera _au_ _me lle omm pl rd_ sera tr ur_ va ve
-16: _et _fin _la_ _ser es ie_ ll lle_ mme_ pr r tu ut
-15: _ch _ne _pl _ta_ ant_ dans ge_ ia ir_ mai ment ndi_ nne nom_ une une_ x_
-14: _je _lib _s' _s'_ anka de dr ent_ et_ ici is le_ lib oit rs t ux ux_
-13: =sugandi =une _a _ca _co _n' _n'_ _nom _une av ca des_ enu era fin_ ge je kan_ le main non_ nte_ oit_ ond
-13: ont que rc tes_ ton_ ts ts_
-12: =des =nom _bie _d' _d'_ _es _et_ _fon _num _vo bie bien con d' d'_ end enu_ ero ex fi gue gue_ ill ille
-12: ire les les_ me mero nce_ no non num nume oc omme on res rie s' s'_ sur te_ umer us_ vi
-11: =bien =famille =numero _ac _de _dro _fam _pr al_ amil angu ati che cl comm donn dro droi ef ero_ fami
-11: fond gn h_ ibe iber ire_ iv lang libe mill ngu ngue nne_ nom nu roi roit tenu un_
-10: =ira =langue =non _con _in _ir _ira _l _loi _qui _tr bl cr ct ens ete fai fam fon ici_ ign loi loi_ mil
-10: nal nati ndi nk nul om ont_ ord_ ot pe que_ qui toi ur ure ute voi
-9: =benkan =droit =est =ici =les =loi =pas =qui =tenu =toi =wali _cha _est _gar _ic _ici _les _mal _mem _non
-9: _pas _pe _pla _ri _sur _toi _tou abit air aire ance ank bit bite br bre ce_ cha cri cu enka ent erc est_
-9: fini gar gard mb mem mis ons our pas_ pla qui_ rs_ rte st_ toi_ tou tout ul_ ut_
-8: =donne =fini =kelen =mariage _ar _dir _dr _du _fai _fem _o _que _ten _va ace ag arde aria aut aux aux_
-8: benk bert c_ cor dir ega emm emme era_ ert erte ete_ eur fem femm ff gr hom iag iage ide ins iona is_ iser
-8: ist k_ lig mari nite oci ona onal onda onn ort ous ous_ out pas qu' qu'_ rde ria riag rte_ ses ses_ soc
-8: soci soi ssa te tten ute_
-7: =dignite =femme =liberte =merci =nul =que =rien =ses _abo _acc _af _ca_ _dig _eg _ega _j' _j'_ _me_ _mer
-7: _moy _nul _or _par _pay _rie _ses _soc _sou _to _va_ _voi acc ace_ ard_ art bre_ ca_ cc dig dign dre ei
-7: enk erci eur_ eux eux_ gni gnit gra ial ib igni int inte iss j' j'_ lite lui mal mana mat mati merc moy
-7: moye nan nit nul_ oin op oute oye oyen par pay rci rci_ rien ris ris_ rr rti s sou ssi st ta_ tre tre_ us
-7: va_
-6: =afin =bon =date =homme =jabite =meme =sur =tard =tes =toute _ab _afi _ag _che _ec _ex _ga _hom _ind _jab
-6: _lu _mai _mar _mat _mes _moi _ob _pa_ _pro _sa _sui _ta _tes _vi alit anc ang ange ass aus ava ble chan
-6: cia cla cti date dre_ du e_ ea ecr ees ees_ ein el_ ell elle end_ fair fic hang homm id ind ise ix jab
-6: jabi l lie lui_ meme mis_ moi nat nd_ nde ner ng nge ob oir oui our_ pa_ pre pro rig rm sui sur_ tard tic
-6: u uis ul
-5: =abord =accord =article =aussi =cela =defense =ecris =faire =fiche =garde =lui =misere =pays =place =pour
-5: =qu' =sont =tous _art _ass _aus _av _bi _cel _def _ecr _fi _fic _gr _gra _hum _jou _lui _mis _mo _mon _mot
-5: _nat _not _per _po _pou _qu' _ra _seu _tar _tro _vie abo abor acco afin ain_ aine ains ait ant arti auss
-5: ays ays_ bon bon_ bord cco ccor cel che_ cial cle cle_ cord cris cun def defe der dis e eau eau_ ecri edi
-5: efen egal emai emb eni enir ens_ ense ers eso ess eu_ eul ev f_ fens fich gand ger ger_ he_ hum huma ich
-5: iche icl icle ier ieu indi ini ini_ iq iqu iste ive ivi ix_ jou kele lac lace ler lus lus_ mali mar mbr
-5: mbre mmu mmun mon mot nal_ nale ndr nger nie nir nir_ not nse nv ocia oir_ ommu onc onde ons_ pays per
-5: plac pou pour pri rac race rai rav rde_ rer res_ rtic sant seu seul soin ssi_ ste_ suga tend ticl tous tro
-5: uga ugan ule ule_ un uss ussi ve_ vie vol xt ys ys_ z z_
-4: =ans =besoin _a_ _ans _bes _ef _eff _le _mor _plu _ton _ve bes beso ctio div efe eff esoi ique mise mora
-4: ndam ndee obl oin_ pers plu sc tent uis_ umai voir
4: =fudu =jate =wote _ber _bol _cik _faa _lad _mus alim ama_ ato bali bolo cen cik cika esi faa hake ida ina_
4: ira_ jek kala lami nem od ogo' san tele uba_ udu_
5: =baabu =damine =dee =gbere =jen =jumen =man =mume =sariyasen =sisan =sodon =sonna =sonome =sugandili =sugu
5: =taa =taga =tuma =walima _at _att _ayi _dam _don _fol _fud _g _hor _ji _jum _kal _ken _lam _lo_ _ma _man
5: _mum _nye _tag _tee _tum _wa_ _we _wot _y' _y'_ _yi _yir aabu aamu abat abil aga_ ago aki amad amin an'
5: an'_ anbe ari_ asen aso atan att atte ayi baab baar bal bati bi_ bin cesi dama dami ede_ ekul ele ele_ eli
5: eli_ em en ene_ esir ew_ eya_ fa_ fas fud fudu go' go'_ gon_ ibi ige igel igi_ il ima_ ime iny inye iwa
5: iyas ju jum jume kand kene kul kulu kur laf laka len_ lima made mant mir miri mu_ mum mume mun mur nbe nce
5: nda_ nden nny nun nya' ois oisi oni onni osir oso oya oya_ ron sig sisa sono sugu taa_ tan tee_ tik til uba
5: udu uk ulu um ume_ umen unya ura wot wote y' y'_ yase yir
6: =furu =heere =jamana =kono =kun =lon =mine =mogo =nin =sara _b' _b'_ _cen _cog _dii _dug _hee _in_ _jat
6: _ko_ _lak _ni_ _nyo _sis _sod aa_ aar aara abu abu_ aden aj ake ala_ ama anb asa_ at ata_ aya b' b'_ ben
6: bil bo_ bol bu dii diin dug dugu ede eg ege_ egi en' en'_ enw enw_ ew ey eya fa fen fol gele gi_ gin gon
6: gun he hee heer hois hor igi iin ilen im ime_ iti_ jat jate jen_ jon_ kar ken lo lon_ mad mus nba nen nga_
6: nni nni_ olo_ oron sege siri su tag taga tee uny ura_ we yas yor yoro
7: =fen =mara =mun =sariya =seben =segin =sila =tiime =were _ban _dee _din _h _hak _he _jon _jos _ki _l_ _m _s
7: _sab _sil _taa aab aam ab adam ade afa akan ari aw_ aya_ ba_ ban bo ci_ cog cogo d_ dam dant din fr gber
7: hak ikan iki inn innu jos josi kun_ lak las lata muso n nma oli olo olu ony osi ra ro_ sara sen_ sigi sila
7: sod sodo tang uso
8: =choisis =dese =moo _as _baa _fen _jen _kon _lon _mog _mun _sir _tii _wa _wer a ada aka al ame anti ati_
8: baa bila bu_ comp dili eben egin ene ese_ fen_ gel gin_ ha horo iim iime ile ina ine_ iri_ isis jen kal kil
8: kili m_ mes mog mogo moo_ nm nu_ nw nw_ nye_ nyo o odo odon olu_ omp oo_ ru_ sab saba segi sis_ so_ taa
8: tiim tum tuma tun uru_ wa wer were
9: =ale =onu =san =suusu =tun _ale _bo _fan _fo_ _fr _onu _seb _sor _t' _t'_ _to_ _tun af amu anga ase bat
9: bere dese eere ege eku ese f fan fo_ ika ine ira iti iw ji ko_ kono la li' li'_ mara ndil nga nn nnu nti
9: nya_ onu onu_ ro rom sebe sor ste su_ suus t' t'_ tii to_ tun_ uma usu_ uus uusu ya' ya'_
10: =kera =soro _by _by_ _fro _gbe _jam _ka_ _lat ala am an asa by by_ ds ds_ eer fro furu gi in_ jon kera kon
10: mes_ mi nna ntig ono_ pos seb uma_
11: =file =from =men =nan _an_ _ce _ce_ _dun _fur _j _ker _kun _moo _nin _se_ _seg _suu _y a_ aba aga dil dun
11: ebe eme enc ente file from fur g ga_ gu ili_ jam jama len man_ moo nna_ no_ nye ose ri_ rom_ soro suu u_
12: =den =words =yere _do_ _jo _k' _k'_ _men _na_ _nan _ni _wor ana_ ariy aw ben_ di_ ee_ ek enn gbe i' i'_
12: isi iya_ k' k'_ ka_ ker lat mine nan_ nb ni nin_ nnu_ ogo_ ords pose rds rds_ sari se_ sis usu wor word
13: =alu =min _alu _gb _ka _ro _th _the _yer ad ata da_ e' e'_ eme_ este fil ka kun lo_ ma min_ th the ug uu
13: yer yere yo
14: =ani =composed =row _ani _da _do _fil _ko _ku _n _row ani do_ don gu_ iri j ja jo li_ mpo mpos nya ompo
14: osed riy riya row row_ sed_ seg sira ti_ tige ugu_ yi
15: =bee =them _bee _ha _ke_ _t ces_ eb em_ ence fu gb hem hem_ ila_ ili lu n_ ni_ ono oo san_ sed sent them
16: ' '_ =attested =csv _cs _csv _fe_ _fu _ja _ny alu alu_ ames ani_ bee bee_ cs csv csv_ dem ee fe go_ o' o'_
16: oro_ sted sv sv_ ted ted_ test ttes v_
17: =names _an _as_ _dem _ma_ _nam _sar _se _ti a' a'_ ak ba en_ fe_ ke_ na nam name og os sar tig
18: _den _fe an_ as da ik iy iya men_ nin nten ogo ol ow ow_ ru se ugu uru
19: =deme _wo b ces den_ ila ki ko nces sir
20: =don =sentences _k _mi ara_ deme i_ ra_ tenc
21: _di _mu k wo y ya_
22: _al _b _be _f _min _si ii sen ya
23: _be_ _ke _sen do go oro
24: aa ara be den ku
25: _ci_ _w be_ min mu ny
26: _ye_ lu_ si
27: _ci _na don_ ke ye_
28: na_
29: ed ed_ w_
30: ma_ ye
31: _di_
32: ere_
33: _ye
34: ere w
35: _o_
36: _i_
37: _te
38: _n_
45: o_
47: _u_
53: _te_
`;
