package press.parallel.editor;

import java.util.HashSet;
import java.util.Set;

/**
 * The words that say nothing of an event, because nearly every text of their language has them: articles, pronouns, prepositions,
 * auxiliaries, and what news is told with ("said", "according", the agencies' names). Two entries alone have no document frequency worth
 * the name; this list stands in for it. A language that is missing only loses some contrast.
 */
final class CommonWords {
    private static final Set<String> ALL = new HashSet<>();

    /** Every so many words one of the most frequent. */
    private static final int GERMAN_SHARE = 8;

    static {
        // English
        add("""
                a an the and or but nor so yet if then than that this these those there here it its he his him she her hers they them
                their theirs we us our you your i me my who whom whose which what when where why how of in on at by to from for with
                without into onto over under after before between during through about against across amid among along as up down out
                off again is are was were be been being am has have had do does did will would can could may might must shall should
                not no all any both each few more most other some such only own same too very just also now new old first last latest
                one two three many much while since until because although however still even ever never says say said saying tells
                told according reported reports report reportedly announced announces announcement news update updates live breaking
                watch video photos year years day days week weeks month months today yesterday tomorrow time get gets make makes made
                take takes taken near set next back around like amp here's it's
                """);
        // German
        add("""
                der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen ist sind war waren wird
                werden wurde wurden worden hat haben hatte hatten sei sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer er sie
                es wir ich man sich mit von vom zu zum zur in im ins an am auf aus bei beim bis durch fur gegen ohne um nach uber unter
                vor zwischen seit wahrend wegen als wie wenn dass ob auch noch nur schon sehr mehr viel viele alle alles andere so da
                dann hier dort nun jetzt neue neuer neues neuen erste ersten soll sollen kann konnen muss mussen will wollen sagt sagte
                laut mitteilte teilte berichtet berichtete bericht angaben heute gestern morgen jahr jahre jahren tag tage tagen woche
                monat uhr dies diese dieser dieses diesem diesen damit dabei daruber
                """);
        // French
        add("""
                le la les un une des du de d l et ou mais ni ne pas plus que qui quoi dont ou ce cet cette ces il elle ils elles on nous
                vous je son sa ses leur leurs notre nos mon ma mes au aux en dans par pour sur sous avec sans entre vers chez depuis
                pendant apres avant contre selon est sont etait etaient ete etre a ont avait avaient avoir fait faire sera seront peut
                doit comme si aussi tres bien tout toute tous toutes autre autres meme deux premier premiere nouveau nouvelle nouveaux
                an ans annee jour jours semaine mois aujourdhui hier demain apres annonce annoncee annoncent indique declare affirme
                afin alors lors lundi mardi mercredi jeudi vendredi samedi dimanche
                """);
        // Spanish
        add("""
                el la los las un una unos unas de del al a y e o u pero ni no que quien cual cuyo este esta estos estas ese esa esos
                aquel lo le les se su sus mi nos en con sin por para sobre entre desde hasta hacia segun durante contra tras ante bajo
                es son era eran fue fueron ser sido siendo ha han habia haber hay esta estan estaba tiene tienen puede pueden como si
                mas menos muy tambien ya solo todo toda todos todas otro otra otros otras dos tres primer primera nuevo nueva nuevos ano
                anos dia dias semana mes hoy ayer manana dijo dice informo anuncio anuncia cuando donde porque aunque lunes martes
                miercoles jueves viernes sabado domingo
                """);
        // Italian
        add("""
                il lo la i gli le un uno una l d di del dello della dei degli delle dell a al allo alla ai agli alle all da dal dallo
                dalla dai dagli dalle dall in nel nello nella nei negli nelle nell con su sul sullo sulla sui sugli sulle sull per tra
                fra e ed o ma non che chi cui come se si ci ne questo questa questi queste quello quella suo sua suoi sue loro noi e
                sono era erano stato stata stati state essere ha hanno aveva avevano avere fatto fa puo deve anche piu meno molto gia
                solo tutto tutta tutti tutte altro altra altri altre due primo prima nuovo nuova nuovi anno anni giorno giorni settimana
                mese oggi ieri domani ha detto dice secondo dopo contro durante quando dove lunedi martedi mercoledi giovedi venerdi
                sabato domenica
                """);
        // Portuguese
        add("""
                o a os as um uma uns umas de do da dos das ao aos em no na nos nas num numa por pelo pela pelos pelas para com sem sob
                sobre entre desde ate contra apos durante e ou mas nem nao que quem qual cujo este esta estes estas esse essa isso ele
                ela eles elas se seu sua seus suas lhe me nos foi foram ser sido sao era eram esta estao estava tem teve havia ha haver
                pode podem como mais menos muito tambem ja so todo toda todos todas outro outra outros outras dois tres primeiro primeira
                novo nova novos ano anos dia dias semana mes hoje ontem amanha disse diz afirmou segundo anunciou anuncia quando onde
                segunda terca quarta quinta sexta feira sabado domingo
                """);
        // Polish
        add("""
                i a w we z ze na do od o u za po przez dla bez nad pod przed przy miedzy oraz lub albo ale nie ze ktory ktora ktore
                ktorych ktorzy jest sa byl byla bylo byli byc bedzie beda zostal zostala zostalo zostaly ma maja moze mozna sie to ten
                ta te tego tej tym tych on ona ono oni jego jej ich jak co gdy kiedy gdzie tylko tez takze juz jeszcze bardzo wiecej
                wszystkie inne dwa dwie trzy nowy nowa nowe rok roku lat dzien dni tydzien tygodnia miesiac dzis wczoraj jutro
                poinformowal poinformowala podal podala wedlug powiedzial oglosil oglosila poniedzialek wtorek sroda czwartek piatek
                sobota niedziela
                """);
        // Russian
        add("""
                и в во на с со к ко по из от до за над под при о об у для без через между перед после около не ни но а или что чтобы как
                если когда где который которая которое которые которых это этот эта эти этого он она оно они его ее их им мы вы я свой
                своих свои был была было были быть есть будет будут стал стала стали может могут также еще уже только более менее очень
                все всех весь другие другой два две три первый первая новый новая новые год года году лет день дня дней неделя недели
                месяц сегодня вчера завтра сообщил сообщила сообщили сообщает заявил заявила заявили рассказал словам данным так
                тем том
                """);
        // Arabic
        add("""
                في من الى إلى على عن مع بعد قبل بين خلال حول عند منذ حتى ضد دون و أو او ثم لكن لا لم لن ما ليس غير أن ان إن أنه انه التي
                الذي الذين هذا هذه ذلك تلك هو هي هم كان كانت يكون تكون قد كما كل بعض أي اي أكثر اكثر جديد جديدة عام سنة يوم أيام شهر
                اليوم أمس امس غدا قال قالت وقال أعلن اعلن أعلنت اعلنت وفق وفقا بحسب أكد اكد له لها بها به فيها فيه عليه عليها الأول
                """);
        // Hindi
        add("""
                का के की को में से पर ने और या लेकिन कि जो यह ये वह वे इस उस इन उन एक है हैं था थी थे हो होगा होगी होंगे हुआ हुई हुए गया गई गए
                कर करने किया की दिया दी रहा रही रहे लिए साथ बाद पहले तक भी ही तो न नहीं सभी कुछ अन्य अपने अपनी अपना बीच दौरान खिलाफ तहत दो तीन
                नया नई नए साल वर्ष दिन आज कल कहा बताया ने जब जहां क्या
                """);
        // Turkish
        add("""
                ve ile bir bu o su da de ki mi mu icin gibi kadar sonra once daha en cok az her hic tum butun ama fakat ancak veya ya ne
                nasil neden hangi olan olarak oldu olacak olduğu oldugunu edildi etti eden ediyor var yok degil ise ya iki uc ilk son
                yeni yil yili gun gunu hafta ay bugun dun yarin soyledi acikladi belirtti gore karsi uzerine tarafindan arasinda
                """);
        // Korean
        add("""
                이 그 저 것 수 등 및 또 또는 그리고 하지만 위해 대한 대해 통해 따라 따르면 관련 지난 오늘 어제 내일 올해 오전 오후 밝혔다 말했다 전했다
                있다 없다 했다 한다 된다 됐다 있는 하는 이번 가장 더 첫 새 두 세
                """);
        // Dutch, Swedish
        add("""
                het een en van voor niet zijn haar hun maar ook nog naar bij uit aan dat dit deze die wordt werd worden heeft hebben
                och att det som en ett av for med till ar var inte har den de om pa sig efter fran
                """);
        // Agencies, and what feeds put around a text
        add("""
                reuters ap afp dpa efe ansa lusa pap tass ria interfax xinhua kyodo yonhap pti anadolu bloomberg via http https www com
                org net html photo foto image credit source
                """);
    }

    /** The most frequent of German that are no words of the other languages with Latin letters. */
    private static final Set<String> GERMAN = Set.copyOf(Headline.split("""
            der das und ist im mit von den dem des ein eine einen einem einer auf fur nicht sich sind nach bei uber zu zum zur wird wurde
            wurden haben aus vom wie noch auch
            """));

    private CommonWords() {}

    /** Whether a text is in German, which writes every noun with a capital: capitals name nothing there. */
    static boolean isGerman(String text) {
        int german = 0;
        int all = 0;
        for (String word : Headline.split(text)) {
            german += GERMAN.contains(word) ? 1 : 0;
            all++;
        }
        return german * GERMAN_SHARE >= all && german > 1;
    }

    /** @param word folded, as by {@link Headline#split} */
    static boolean contains(String word) {
        return ALL.contains(word);
    }

    private static void add(String words) {
        ALL.addAll(Headline.split(words));
    }
}
