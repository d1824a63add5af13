/**
 * Every word of French that would be taken for a command it is no form of; found by trying the 336,000 words of the
 * package `an-array-of-french-words` 2.0.0 (MIT). "Demain" sounds like *dɛmɛn*, "encre" is one letter from "encore".
 */
const FRENCH = `
  acculai accule acculee acide acrete actinite actinites activates affreter affretez agenca allaiter allasse
  amenda amide amine anneler appreter appretez aprete aride arpete arrente arrenter arrentez avide baraka
  bossoir cassez chouchou cimentier colliger commenter commentiez commerce commercer cossez daine damne
  debarrer decarrer demain demains demarcher demarier demarquer demater demena demenai demenais demene
  demenee demenees demener demenes demenez demens demine demurer deparer domine donnais donnes ecore editais
  editees edites effane effaner effanez effare effarer effarez eider encire enclorai enclore encode
  encoffrai encoffre encoffree encordai encorde encordee encornai encorne encornee encoure encre initiai
  initie initiee jarret jarreta jarretai jarretais jarretait jarretee jarretees jarreter jarretes jarretez
  jarrets jarrette jarrettes lances langage langeai langeais langeas langee langees langui
  languie languies languis largue largues laser lassai lasser longue longues louangeais louangees louanges
  mens mers meus nivelais nivelees niveles nivelles nopai nopee nucelles precheraient precherent procedaient
  procedent raidies raidimes raidir raidirai raidis raidissais raidisses raidit raidites raineter rainetez
  rameur rameurs rarete recedaient recedent recitais recitees recites redige redigeais redigees rediges
  redimais redime redimees redimes redois redore redoutais redoutees redoutes reduirai reduire reduis
  reduites redutes reeditai reeditais reeditait reeditas reedite reeditee reeditees reediter reedites
  reeditez refites regites rejete rejeter rejetez relire remettez remites rendis rendites repaierez repairer
  repairez repaissez repait repaitrai repaitre repaitrez repecher repechez repeinte repente repentez repere
  reperer reperez replete repute reputer reputez requites retenir retire revernir revete revetez revetir
  revire revites rimeur rimeurs rougeurs rouleurs rousseurs saluat saunage saunages saut signasse soudage
  soudages star stepper supreme surprime tanks vainement versifiai versification versifie versifiee
  versifier versifiez versifiiez`;

/** The mayor, and "merci". */
const BAMBARA = 'meri';

/** Words (safe folding) of their own that spelling by ear or a slip would take for a command. */
export const OTHER_WORDS: ReadonlySet<string> = new Set(`${FRENCH} ${BAMBARA}`.trim().split(/\s+/u));
