package press.parallel.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What happens in the news, in the words of fourteen languages: "blaze" and "fire", "quits" and "resigns", "démissionne" and "quitte". Two
 * tellings of one event often share nothing else but names, and two events of one name differ just here.
 *
 * <p>A concept is a line of beginnings, because words inflect; beginnings of three letters and less are whole words. The list is of
 * everyday news and no more; a word that is missing only counts as itself.
 */
final class Concepts {
    /** Of a word that is of no concept. */
    static final byte NONE = 0;

    private static final List<String> LINES = List.of(
            """
            die dies died dying dead death deaths kill killed kills fatal tot tote toten todes getotet gestorben stirbt starb mort morts
            meurt meurent deces decede tues muert mueren muere murio fallec muor uccis ucciso decess morre morrem morreu mata
            falec obito zgin zmarl smierc ofiar погиб умер смерт убит скончал жертв قتل قتلى قتيل مقتل وفاة توفي مصرع ضحايا मौत मृत मारे निधन
            olu olen yasamini vefat oldurul 死亡 身亡 遇难 丧生 去世 死者 死去 사망 숨져 숨진 별세""",
            """
            injur wound hurt verletz bless herid ferit ferid ranny rannyc rannych ранен пострада اصيب اصابة اصابات جرح جرحى घायल yaral 受伤 伤者
            负伤 負傷 重傷 軽傷 부상 다쳐 다친""",
            """
            fire fires blaze wildfire flame burn feuer brand grossbrand brande flammen brennt incend fuego llamas incendi fiamme rogo fogo chamas
            pozar ogien plomien пожар огонь огня возгоран حريق حرائق نيران النيران आग yangin alev 火灾 大火 起火 火災 火事 山火 화재 큰불 산불""",
            """
            quake earthquake tremor seism erdbeben beben tremblement terremoto sismo temblor sisma scossa trzesien землетряс толчк
            زلزال هزة भूकंप deprem sarsinti 地震 지진""",
            """
            resign quit quits leave leaves leaving left depart step steps exit rucktritt zuruckgetret tritt demission quitt dimit dimis renunc
            dimett dimiss lascia deixa rezygn dymis odchodz odejsc отстав уход покида ушел ушла استقال استقالة تستقيل इस्तीफ istifa 辞职 辞任 辞職 사임 사퇴""",
            """
            jail prison sentenc imprison haft gefangnis verurteil condamn carcel prision conden carcere condann prisao cadeia wiezien skazan
            wyrok тюрьм осужд приговор колони سجن السجن حكم الحكم जेल सजा कैद hapis ceza 监禁 判刑 徒刑 入狱 懲役 実刑 禁錮 判決 징역 실형""",
            """
            arrest detain detention custody festnahm festgenomm verhaft arret interpell deten captur ferma fermat fermo prend preso presos
            zatrzyma areszt задерж арест اعتقال اعتقل القبض توقيف اوقف गिरफ्तार gozalt tutukl yakala 逮捕 被捕 拘留 抓获 체포 검거""",
            """
            layoff lay laid laying redundan job jobs positions posts workforce staff stellen arbeitsplatz entlass emploi licenci postes despid
            empleo esuber licenzi posti demiss vagas zwoln zwaln etat сокращ увольн рабочих تسريح وظيفة وظائف छंटनी नौकरी isten 裁员 解雇
            人員 감원 해고""",
            """
            buy buys buying bought acquir acquisition takeover purchas kauf ubernimm ubernahme ubernehm erwirb rachet rachat acquier
            acquisit compra adquier adquisic acquis rileva adquir aquisic kupuj kupi przejm przejec покуп купил купит приобрет استحواذ شراء
            تشتري खरीद अधिग्रहण satin devral 收购 購入 買収 인수""",
            "sell sells selling sale sold verkauf vend cede cession sprzeda прода بيع تبيع يبيع बेच satti satiyor satis 出售 卖出 売却 販売 매각 판매",
            """
            fine fined fines penalt bussgeld strafe geldstraf amende multa sancion sanzion grzywn kara kare штраф غرامة غرامات जुर्माना cezasi
            罚款 罰金 課徴 制裁 과징금 벌금""",
            """
            unveil reveal introduc present debut launch shows shown stellt vorgestellt prasentier enthull devoil presen lanza svela lancia
            apresen lanca prezent pokaza premier представил показал презент анонс كشف تكشف يكشف लॉन्च पेश tanit 发布 推出 亮相 発表 公開 発売 공개 출시 선보""",
            """
            find finds found discover spot spotted uncover unearth rediscover entdeck gefund fand decouv retrouv hall descub encontr
            scopert scopr trovat ritrov descob encontr achad odkry znalez обнаруж нашли найден اكتشاف اكتشف عثر العثور खोज मिला मिली मिले bulun
            kesf 发现 找到 発見 발견""",
            """
            rescu save saved saves saving freed rett gerett geborg bergung bergwacht sauv secour rescat salv salvat soccors resgat
            uratow ratow ratown спас спасат спасен انقاذ बचा बचाव kurtar 获救 救出 营救 救援 救助 구조""",
            """
            crash collid collision accident unfall zusammensto percut choque scontr acidente colis wypad zderz katastrof авари дтп столкн
            крушен حادث حادثة تصادم تحطم हादस दुर्घटना टक्कर kaza carpis 事故 车祸 相撞 坠毁 衝突 墜落 사고 추돌 충돌 추락""",
            """
            explo blast bomb detonat estall esplos scoppi wybuch eksploz взрыв взорв انفجار تفجير धमाक विस्फोट patla 爆炸 爆発 폭발""",
            """
            storm hurrican typhoon cyclon gale gusts sturm orkan tempete ouragan tormenta huracan temporal tempest uragan maltempo furac
            ciclon burza burze wichur sztorm шторм ураган буря тайфун عاصفة اعصار तूफान चक्रवात firtina kasirga 台风 风暴 飓风 台風 暴風 태풍 폭풍""",
            """
            flood inundat flut hochwass uberschwemm inond crue inund alluvion inondaz enchent alag powodz zalan podtop наводн затоп паводок
            فيضان فيضانات سيول बाढ़ sel taskin 洪水 洪灾 内涝 浸水 氾濫 홍수 침수""",
            """
            snow blizzard schnee neige nieve nevad neve nevic snieg sniezyc снег метел ثلوج बर्फ kar 暴雪 大雪 降雪 積雪 폭설""",
            """
            evacu flee flees fled displac evakui raum geraumt flieh desaloj sfoll ewaku эвакуир اجلاء اخلاء खाली सुरक्षित tahliye 撤离 疏散 转移 避難 대피""",
            """
            power electric outage blackout strom stromausfall courant panne apagon luz apagao energia corrente elettric prad pradu
            электр обесточ свет كهرباء الكهرباء التيار बिजली elektrik 停电 断电 供电 停電 정전 전기""",
            """
            elect election elections poll polls voters ballot wahl gewahlt wahler elu elus elue elections scrutin eleg elecc elecci elett
            elezion eleic eleit urnas wybor wybr избра выбор انتخاب انتخابات चुनाव secim 选举 当选 选民 選挙 当選 총선 대선 선거 당선""",
            """
            win wins winning won victor beat beats beating defeat thrash rout triumph overcome edge gewinn gewann sieg siegt schlag besieg
            battu battent victoire gagn rempor impos gana ganan vence vencer venci derrot golea victoria batte vince vinc sconfi vittori goleia
            vitori pokona wygra wygry zwycie обыгра побед выигр разгром فوز يفوز فاز هزم تغلب जीत हरा हराया yendi maglup kazan galip 击败 战胜
            获胜 胜利 夺冠 勝利 優勝 連勝 꺾 승리 이겨 우승""",
            """
            ceasefire truce armistice waffenruh waffenstill feuerpaus cessez treve tregua cessar rozejm перемир هدنة युद्धविराम संघर्षविराम ateskes
            停火 停戦 휴전""",
            """
            agree agreement deal pact accord sign signs signed signing settle settlement einig abkommen vertrag unterzeichn signe signent
            entente acuerd pacto firma firman firmo accordo intesa acordo assin umow porozum podpis соглаш договор подпис اتفاق اتفاقية توقيع
            وقع समझौता करार anlasma imza 协议 签署 达成 合意 締結 協定 調印 합의 협정 체결""",
            """
            court courts judge judges tribunal ruling rules ruled gericht richter urteil juge justice juez corte giudic juiz justica sad sadu
            sedzi trybunal суд суда судья судь محكمة المحكمة قاض قاضي अदालत कोर्ट न्यायालय जज mahkeme hakim 法院 法庭 法官 裁判 地裁 高裁 최고법원
            법원 재판 판사""",
            """
            strike strikes walkout stoppage streik warnstreik ausstand greve huelga paro sciopero strajk забастов اضراب हड़ताल grev 罢工 스트 파업""",
            """
            protest demonstrat rally march demo kundgeb manif marcha manifest corteo demonstr протест митинг احتجاج احتجاجات تظاهر مظاهر विरोध
            प्रदर्शन protesto gosteri 抗议 示威 抗議 시위 집회""",
            """
            hospital clinic krankenhaus klinik hopital ospedal ricover internad szpital больниц госпитал مستشفى المستشفى अस्पताल hastane 医院 住院 病院
            入院 병원 입원""",
            """
            police officers cops polizei polizist gendarm policia polizia carabin policj полиц мвд شرطة الشرطة पुलिस polis jandarma 警方 警察 公安 県警
            警視 경찰""",
            """
            school pupil student classroom schoolchild schul schule eleves lycee ecole escuel colegi alumn scuol student alunn escol alun szkol
            uczni школ учени مدرسة مدارس طلاب स्कूल छात्र विद्यालय okul ogrenci 学校 学生 生徒 児童 학교 학생""",
            """
            price cost costs preis kosten prix cout couts preci coste prezz custo cena ceny koszt цены цена стоимост سعر اسعار कीमत दाम fiyat 价格 售价
            涨价 価格 料金 値上 가격 요금""",
            """
            inflation teuerung verbraucherpreis inflac inflazion инфляц تضخم التضخم महंगाई मुद्रास्फीति enflasyon 通胀 物价 物価 물가 인플레""",
            """
            tax taxes levy duty tariff steuer abgab zoll taxe impot tasa tasas impuest arancel tass tassa impost dazi tarif tributo podat cla
            oplat налог сбор пошлин ضريبة ضرائب رسوم टैक्स शुल्क vergi gumruk 税收 征税 关税 課税 増税 関税 세금 관세""",
            """
            child children boy girl kid kids baby kind kinder junge madchen enfant fillette garcon nino ninos nina menor bambin ragazz crianca
            menin dzieck dzieci chlop dziewcz ребен детей дети мальчик девоч طفل اطفال الاطفال बच्च cocuk 儿童 孩子 子供 男児 女児 아이 어린이""",
            """
            airline plane planes flight jet aircraft airport flug fluge flughafen flugzeug avion vols aeroport vuelo aerolinea aeropuer aereo
            aerei volo voli voo voos aviao aeronav samolot lotnisk lotow самолет рейс авиа аэропорт طائرة رحلة رحلات مطار विमान उड़ान हवाई ucak ucus
            havali 飞机 航班 客机 机场 航空 空港 旅客機 항공 여객기 공항""",
            """
            train trains rail railway zug zuge bahn trenes ferrocar treno treni ferrov trem trens pociag kolej поезд железнодор قطار القطار ट्रेन
            रेल tren demiryolu 列车 铁路 高铁 火车 列車 電車 鉄道 新幹線 열차 철도""",
            """
            car cars vehicle suv suvs truck lorry wagen fahrzeug lkw voiture vehicul camion coche veicol carro caminh samochod pojazd автомоб
            машин грузов سيارة سيارات مركبة वाहन ट्रक araba arac otomobil kamyon 汽车 车辆 轿车 自動車 乗用車 차량 자동차""",
            """
            ship boat vessel ferry schiff boot fahre bateau navire barco buque nave navi barca traghett navio statek prom корабл лодк паром
            катер сухогруз سفينة قارب जहाज नाव gemi tekne 轮船 客轮 渔船 客船 漁船 船舶 선박 여객선 어선""",
            """
            hack leak breach cyber datenleck gehackt pirat fuite donnees filtrac datos dati vazam dados haker wyciek хакер утечк данных اختراق
            تسريب بيانات हैक लीक डेटा sizint veri 泄露 黑客 数据 流出 漏洩 漏 유출 해킹""",
            "mayor burgermeist maire alcald sindac prefeit burmistrz мэр мэра عمدة मेयर महापौर 市长 市長 시장",
            """
            missing vanish disappear vermisst verschwund dispar desaparec dispers scompars zagin пропал исчез مفقود लापता kayip 失踪 失联 不明 실종""",
            """
            delay postpon push pushed verschob verschieb verzoger report retard aplaz retras pospon rinvi ritard slitt adia atras opoz przeloz
            отлож перенес تأجيل تاجيل टल देरी ertelen gecik 推迟 延期 延后 遅 연기 지연""",
            """
            coach manager trainer cheftrainer entrain entren tecnico allenat treinad trener selekcj тренер مدرب المدرب कोच antrenor teknik 主帅 教练
            監督 감독""",
            "recall ruckruf rappel richiam wycof отзыв отзыва استدعاء cagir 召回 回収 리콜",
            """
            sue sues sued suing lawsuit charg indict accus prosecut klag anklag verklag poursui plainte inculp demand acus imput querell denunc
            indaga process oskarz pozew pozwa обвин иску иска подал اتهام دعوى आरोप मुकदमा dava suclam 起诉 指控 控告 起訴 提訴 기소 고소 소송""",
            """
            drug drugs cocain heroin narcot droge kokain drogue droga narco narkot наркот مخدرات ड्रग uyustur 毒品 麻薬 마약""",
            """
            virus outbreak diseas infect epidem cholera ausbruch seuche krankheit maladie brote enferm malatt surto doenc wirus chorob вирус
            эпидем болезн заболев فيروس مرض وباء वायरस बीमारी संक्रमण salgin hastalik 病毒 疫情 感染 바이러스 감염 확진""",
            """
            rob robbed robber stole stolen theft steal thief thieves heist burgl raub rauber dieb diebstahl gestohl cambriol braqu vole voles voleur
            robo roban robado hurto ladron rubat furto rapin ladr roub furt assalt kradzie skradz zlodzie ограб краж похи украл سرقة سطو चोरी लूट
            hirsiz soygun caldi 盗窃 被盗 抢劫 盗 窃盗 強盗 절도 도난 강도""",
            """
            attack shooting shot stab knife gunman assault shelling angriff angegriff schuss schusse messer attaqu fusillad couteau ataqu
            tiroteo apunal attacc sparat accoltell tiroteio esfaque atak strzel nozown напад стрельб атак обстрел هجوم الهجوم اطلاق हमल गोली चाकू saldir
            silahli bicak 袭击 枪击 攻击 襲撃 発砲 攻撃 刃物 공격 총격 흉기""",
            """
            award prize preistrager laureat recompens premio premi galardon nagrod преми наград جائزة الجائزة पुरस्कार odul 获奖 奖项 受賞 大賞 수상""",
            "heat heatwave hitze canicul chaleur calor caldo upal жара зной حرارة الحرارة गर्मी sicak 高温 热浪 猛暑 熱中 폭염",
            """
            factory plant works fabrik werk usine fabrica fabbric stabilim usina fabryk zaklad завод фабрик مصنع المصنع कारखाना फैक्ट्री संयंत्र fabrika
            tesis 工厂 工場 공장""",
            "invest fund spend inver invert inwest инвест влож استثمار निवेश yatirim 投资 投資 출자 투자",
            """
            landslid mudslid rockfall avalanch erdrutsch lawine eboulem glissem deslizam derrumb frana smottam desliz desab osuwis lawin ополз
            лавин обвал обруш انهيار भूस्खलन heyelan gocuk 滑坡 塌方 泥石 雪崩 土砂 崩落 산사태 붕괴""",
            """
            trap trapped stuck strand eingeschlo gestrand coince piege bloques atrap intrappol presos uwiezi utkne uwiez застря عالق محاصر फंस mahsur 被困 被埋
            閉 孤立 고립 갇혀 갇힌""",
            """
            parliament lawmaker senate senator congress parlament bundestag abgeordnet parlement deput senat assemblee congreso diputad senado
            camera senato sejm poslow парламент дума депутат برلمان البرلمان نواب संसद विधानसभा meclis tbmm milletvek 议会 国会 众议院 議会 衆院 参院 국회
            의회""",
            """
            fuel petrol gasoline oil benzin sprit essence petrole carburant gasolin petroleo combust benzina petroli paliw ropa ropy бензин
            нефт топлив نفط وقود بنزين पेट्रोल डीजल तेल akaryakit 汽油 石油 油价 原油 ガソリン 휘발유 석유 유가""",
            """
            scientist research study forscher studie wissenschaft chercheur etude scientif cientif investig estudio scienziat ricercat
            studio cientist pesquis estudo naukow badacz badani ученые исследов علماء باحث دراسة वैज्ञानिक शोध अध्ययन bilim arastirma 科学 研究 연구 과학""",
            """
            appoint name named names hire hired ernenn ernannt berufen nomm nombr designa nomina nomeia nomea mianow powola назнач تعيين नियुक्त atadi
            atandi 任命 出任 就任 起用 선임 임명""",
            """
            chief ceo boss head chef vorstand pdg patron directeur dirigeant jefe director capo amministrat direttor chefe diretor szef prezes
            dyrektor глава директор руковод مدير प्रमुख सीईओ mudur 总裁 董事 首席 社長 会長 最高 대표 회장 사장""",
            """
            refund repay compensat reimburs pay pays paid payout erstatt entschadig zahlt zahlen rembours indemnis dedommag paga pagar indemniz
            reembols rimbors risarc reembolso indeniz odszkod zwrot wyplac выплат компенс возмест تعويض मुआवज tazminat 赔偿 退款 補償 返金 賠償
            배상 환불 보상""",
            """
            cancel scrap call off annul absag abgesagt gestrichen streich supprim cancela suspend annulla cancell odwol отмен الغاء الغى रद्द iptal
            取消 中止 취소""",
            """
            hundred thousand million billion milliard million mil tausend millon miliard milion тысяч миллион миллиард الاف ملايين مليون مليار हजार
            लाख करोड़ milyon milyar""",
            """
            rate rates interest zins leitzins taux tipo tipos tasso tassi juro juros stop stopy ставк فائدة الفائدة ब्याज faiz 利率 降息 加息 金利 利上 利下 금리""",
            """
            rain downpour regen pluie lluvia pioggi chuva deszcz opad дождь ливн امطار बारिश yagis yagmur 暴雨 降雨 大雨 豪雨 폭우""",
            "drought dry durre secheresse sequia siccit seca susz засух جفاف सूखा kurak 干旱 干ばつ 渇水 가뭄",
            """
            customers passengers travellers travelers commuters shoppers users subscribers reisend fahrgast kunden passagier voyageur client
            abonn usager pasajer viajer passegger utenti passageir pasazer podrozn klient пассажир клиент абонент пользоват ركاب مسافر
            यात्री ग्राहक yolcu musteri 乘客 旅客 用户 乗客 利用者 승객 이용자 고객""");

    private static final Map<String, Byte> BEGINNINGS = new HashMap<>();
    private static int longest;

    static {
        for (int line = 0; line < LINES.size(); line++) {
            for (String beginning : Headline.split(LINES.get(line))) {
                BEGINNINGS.putIfAbsent(beginning, (byte) (line + 1));
                longest = Math.max(longest, beginning.length());
            }
        }
    }

    private Concepts() {}

    /** The concept of a word, folded; {@link #NONE} for most. */
    static byte of(String word) {
        for (int length = Math.min(longest, word.length()); length > 1; length--) {
            Byte found = BEGINNINGS.get(word.substring(0, length));
            if (found != null && Turns.isEnough(word, length)) {
                return found;
            }
        }
        return NONE;
    }

    /** Concepts are numbered from 1 to this. */
    static int count() {
        return LINES.size();
    }
}
