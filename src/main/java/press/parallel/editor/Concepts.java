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
    static final short NONE = 0;

    private static final List<String> LINES = List.of(
            """
            die dies died dying dead death deaths kill killed kills fatal tot tote toten todes getotet gestorben stirbt
            starb mort morts meurt meurent deces decede tues muert mueren muere murio fallec muor uccis ucciso decess
            morre morrem morreu mata falec obito zgin zmarl smierc ofiar погиб умер смерт убит скончал жертв قتل قتلى
            قتيل مقتل وفاة توفي مصرع ضحايا मौत मृत मारे निधन olu olen yasamini vefat oldurul 死亡 身亡 遇难 丧生 去世 死者 死去 사망 숨져
            숨진 별세""",
            """
            injur wound hurt verletz bless herid ferit ferid ranny rannyc rannych ранен пострада اصيب اصابة اصابات جرح
            جرحى घायल yaral 受伤 伤者 负伤 負傷 重傷 軽傷 부상 다쳐 다친""",
            """
            fire fires blaze wildfire flame burn feuer brand grossbrand brande flammen brennt incend fuego llamas
            incendi fiamme rogo fogo chamas pozar ogien plomien пожар огонь огня возгоран حريق حرائق نيران النيران आग
            yangin alev 火灾 大火 起火 火災 火事 山火 화재 큰불 산불""",
            """
            quake earthquake tremor seism erdbeben beben tremblement terremoto sismo temblor sisma scossa trzesien
            землетряс толчк زلزال هزة भूकंप deprem sarsinti 地震 지진""",
            """
            resign quit quits leave leaves leaving left depart step steps exit rucktritt zuruckgetret tritt demission
            quitt dimit dimis renunc dimett dimiss lascia deixa rezygn dymis odchodz odejsc отстав уход покида ушел ушла
            استقال استقالة تستقيل इस्तीफ istifa 辞职 辞任 辞職 사임 사퇴""",
            """
            jail prison sentenc imprison haft gefangnis verurteil condamn carcel prision conden carcere condann prisao
            cadeia wiezien skazan wyrok тюрьм осужд приговор колони سجن السجن حكم الحكم जेल सजा कैद hapis ceza 监禁 判刑 徒刑
            入狱 懲役 実刑 禁錮 判決 징역 실형""",
            """
            arrest detain detention custody festnahm festgenomm verhaft arret interpell deten captur ferma fermat fermo
            prend preso presos zatrzyma areszt задерж арест اعتقال اعتقل القبض توقيف اوقف गिरफ्तार gozalt tutukl yakala
            逮捕 被捕 拘留 抓获 체포 검거""",
            """
            layoff lay laid laying redundan job jobs positions posts workforce staff stellen arbeitsplatz entlass emploi
            licenci postes despid empleo esuber licenzi posti demiss vagas zwoln zwaln etat сокращ увольн рабочих تسريح
            وظيفة وظائف छंटनी नौकरी isten 裁员 解雇 人員 감원 해고""",
            """
            buy buys buying bought acquir acquisition takeover purchas kauf ubernimm ubernahme ubernehm erwirb rachet
            rachat acquier acquisit compra adquier adquisic acquis rileva adquir aquisic kupuj kupi przejm przejec покуп
            купил купит приобрет استحواذ شراء تشتري खरीद अधिग्रहण satin devral 收购 購入 買収 인수""",
            """
            sell sells selling sale sold verkauf vend cede cession sprzeda прода بيع تبيع يبيع बेच satti satiyor satis
            出售 卖出 売却 販売 매각 판매""",
            """
            fine fined fines penalt bussgeld strafe geldstraf amende multa sancion sanzion grzywn kara kare штраф غرامة
            غرامات जुर्माना cezasi 罚款 罰金 課徴 制裁 과징금 벌금""",
            """
            unveil reveal introduc present debut launch shows shown stellt vorgestellt prasentier enthull devoil presen
            lanza svela lancia apresen lanca prezent pokaza premier представил показал презент анонс كشف تكشف يكشف लॉन्च
            पेश tanit 发布 推出 亮相 発表 公開 発売 공개 출시 선보""",
            """
            find finds found discover spot spotted uncover unearth rediscover entdeck gefund fand decouv retrouv hall
            descub encontr scopert scopr trovat ritrov descob encontr achad odkry znalez обнаруж нашли найден اكتشاف
            اكتشف عثر العثور खोज मिला मिली मिले bulun kesf 发现 找到 発見 발견""",
            """
            rescu save saved saves saving freed rett gerett geborg bergung bergwacht sauv secour rescat salv salvat
            soccors resgat uratow ratow ratown спас спасат спасен انقاذ बचा बचाव kurtar 获救 救出 营救 救援 救助 구조""",
            """
            crash collid collision accident unfall zusammensto percut choque scontr acidente colis wypad zderz katastrof
            авари дтп столкн крушен حادث حادثة تصادم تحطم हादस दुर्घटना टक्कर kaza carpis 事故 车祸 相撞 坠毁 衝突 墜落 사고 추돌 충돌 추락""",
            """
            explo blast bomb detonat estall esplos scoppi wybuch eksploz взрыв взорв انفجار تفجير धमाक विस्फोट patla 爆炸
            爆発 폭발""",
            """
            storm hurrican typhoon cyclon gale gusts sturm orkan tempete ouragan tormenta huracan temporal tempest
            uragan maltempo furac ciclon burza burze wichur sztorm шторм ураган буря тайфун عاصفة اعصار तूफान चक्रवात
            firtina kasirga 台风 风暴 飓风 台風 暴風 태풍 폭풍""",
            """
            flood inundat flut hochwass uberschwemm inond crue inund alluvion inondaz enchent alag powodz zalan podtop
            наводн затоп паводок فيضان فيضانات سيول बाढ़ sel taskin 洪水 洪灾 内涝 浸水 氾濫 홍수 침수""",
            """
            snow blizzard schnee neige nieve nevad neve nevic snieg sniezyc снег метел ثلوج बर्फ kar 暴雪 大雪 降雪 積雪 폭설""",
            """
            evacu flee flees fled displac evakui raum geraumt flieh desaloj sfoll ewaku эвакуир اجلاء اخلاء खाली
            सुरक्षित tahliye 撤离 疏散 转移 避難 대피""",
            """
            power electric outage blackout strom stromausfall courant panne apagon luz apagao energia corrente elettric
            prad pradu электр обесточ свет كهرباء الكهرباء التيار बिजली elektrik 停电 断电 供电 停電 정전 전기""",
            """
            elect election elections poll polls voters ballot wahl gewahlt wahler elu elus elue elections scrutin eleg
            elecc elecci elett elezion eleic eleit urnas wybor wybr избра выбор انتخاب انتخابات चुनाव secim 选举 当选 选民 選挙
            当選 총선 대선 선거 당선""",
            """
            win wins winning won victor beat beats beating defeat thrash rout triumph overcome edge gewinn gewann sieg
            siegt schlag besieg battu battent victoire gagn rempor impos gana ganan vence vencer venci derrot golea
            victoria batte vince vinc sconfi vittori goleia vitori pokona wygra wygry zwycie обыгра побед выигр разгром
            فوز يفوز فاز هزم تغلب जीत हरा हराया yendi maglup kazan galip 击败 战胜 获胜 胜利 夺冠 勝利 優勝 連勝 꺾 승리 이겨 우승""",
            """
            ceasefire truce armistice waffenruh waffenstill feuerpaus cessez treve tregua cessar rozejm перемир هدنة
            युद्धविराम संघर्षविराम ateskes 停火 停戦 휴전""",
            """
            agree agreement deal pact accord sign signs signed signing settle settlement einig abkommen vertrag
            unterzeichn signe signent entente acuerd pacto firma firman firmo accordo intesa acordo assin umow porozum
            podpis соглаш договор подпис اتفاق اتفاقية توقيع وقع समझौता करार anlasma imza 协议 签署 达成 合意 締結 協定 調印 합의 협정 체결""",
            """
            court courts judge judges tribunal ruling rules ruled gericht richter urteil juge justice juez corte giudic
            juiz justica sad sadu sedzi trybunal суд суда судья судь محكمة المحكمة قاض قاضي अदालत कोर्ट न्यायालय जज
            mahkeme hakim 法院 法庭 法官 裁判 地裁 高裁 최고법원 법원 재판 판사""",
            """
            strike strikes walkout stoppage streik warnstreik ausstand greve huelga paro sciopero strajk забастов اضراب
            हड़ताल grev 罢工 스트 파업""",
            """
            protest demonstrat rally march demo kundgeb manif marcha manifest corteo demonstr протест митинг احتجاج
            احتجاجات تظاهر مظاهر विरोध प्रदर्शन protesto gosteri 抗议 示威 抗議 시위 집회""",
            """
            hospital clinic krankenhaus klinik hopital ospedal ricover internad szpital больниц госпитал مستشفى المستشفى
            अस्पताल hastane 医院 住院 病院 入院 병원 입원""",
            """
            police officers cops polizei polizist gendarm policia polizia carabin policj полиц мвд شرطة الشرطة पुलिस
            polis jandarma 警方 警察 公安 県警 警視 경찰""",
            """
            school pupil student classroom schoolchild schul schule eleves lycee ecole escuel colegi alumn scuol student
            alunn escol alun szkol uczni школ учени مدرسة مدارس طلاب स्कूल छात्र विद्यालय okul ogrenci 学校 学生 生徒 児童 학교 학생""",
            """
            price cost costs preis kosten prix cout couts preci coste prezz custo cena ceny koszt цены цена стоимост سعر
            اسعار कीमत दाम fiyat 价格 售价 涨价 価格 料金 値上 가격 요금""",
            """
            inflation teuerung verbraucherpreis inflac inflazion инфляц تضخم التضخم महंगाई मुद्रास्फीति enflasyon 通胀 物价
            物価 물가 인플레""",
            """
            tax taxes levy duty tariff steuer abgab zoll taxe impot tasa tasas impuest arancel tass tassa impost dazi
            tarif tributo podat cla oplat налог сбор пошлин ضريبة ضرائب رسوم टैक्स शुल्क vergi gumruk 税收 征税 关税 課税 増税 関税
            세금 관세""",
            """
            child children boy girl kid kids baby kind kinder junge madchen enfant fillette garcon nino ninos nina menor
            bambin ragazz crianca menin dzieck dzieci chlop dziewcz ребен детей дети мальчик девоч طفل اطفال الاطفال
            बच्च cocuk 儿童 孩子 子供 男児 女児 아이 어린이""",
            """
            airline plane planes flight jet aircraft airport flug fluge flughafen flugzeug avion vols aeroport vuelo
            aerolinea aeropuer aereo aerei volo voli voo voos aviao aeronav samolot lotnisk lotow самолет рейс авиа
            аэропорт طائرة رحلة رحلات مطار विमान उड़ान हवाई ucak ucus havali 飞机 航班 客机 机场 航空 空港 旅客機 항공 여객기 공항""",
            """
            train trains rail railway zug zuge bahn trenes ferrocar treno treni ferrov trem trens pociag kolej поезд
            железнодор قطار القطار ट्रेन रेल tren demiryolu 列车 铁路 高铁 火车 列車 電車 鉄道 新幹線 열차 철도""",
            """
            car cars vehicle suv suvs truck lorry wagen fahrzeug lkw voiture vehicul camion coche veicol carro caminh
            samochod pojazd автомоб машин грузов سيارة سيارات مركبة वाहन ट्रक araba arac otomobil kamyon 汽车 车辆 轿车 自動車
            乗用車 차량 자동차""",
            """
            ship boat vessel ferry schiff boot fahre bateau navire barco buque nave navi barca traghett navio statek
            prom корабл лодк паром катер сухогруз سفينة قارب जहाज नाव gemi tekne 轮船 客轮 渔船 客船 漁船 船舶 선박 여객선 어선""",
            """
            hack leak breach cyber datenleck gehackt pirat fuite donnees filtrac datos dati vazam dados haker wyciek
            хакер утечк данных اختراق تسريب بيانات हैक लीक डेटा sizint veri 泄露 黑客 数据 流出 漏洩 漏 유출 해킹""",
            """
            mayor burgermeist maire alcald sindac prefeit burmistrz мэр мэра عمدة मेयर महापौर 市长 市長 시장""",
            """
            missing vanish disappear vermisst verschwund dispar desaparec dispers scompars zagin пропал исчез مفقود
            लापता kayip 失踪 失联 不明 실종""",
            """
            delay postpon push pushed verschob verschieb verzoger report retard aplaz retras pospon rinvi ritard slitt
            adia atras opoz przeloz отлож перенес تأجيل تاجيل टल देरी ertelen gecik 推迟 延期 延后 遅 연기 지연""",
            """
            coach manager trainer cheftrainer entrain entren tecnico allenat treinad trener selekcj тренер مدرب المدرب
            कोच antrenor teknik 主帅 教练 監督 감독""",
            """
            recall ruckruf rappel richiam wycof отзыв отзыва استدعاء cagir 召回 回収 리콜""",
            """
            sue sues sued suing lawsuit charg indict accus prosecut klag anklag verklag poursui plainte inculp demand
            acus imput querell denunc indaga process oskarz pozew pozwa обвин иску иска подал اتهام دعوى आरोप मुकदमा
            dava suclam 起诉 指控 控告 起訴 提訴 기소 고소 소송""",
            """
            drug drugs cocain heroin narcot droge kokain drogue droga narco narkot наркот مخدرات ड्रग uyustur 毒品 麻薬 마약""",
            """
            virus outbreak diseas infect epidem cholera ausbruch seuche krankheit maladie brote enferm malatt surto
            doenc wirus chorob вирус эпидем болезн заболев فيروس مرض وباء वायरस बीमारी संक्रमण salgin hastalik 病毒 疫情 感染
            바이러스 감염 확진""",
            """
            rob robbed robber stole stolen theft steal thief thieves heist burgl raub rauber dieb diebstahl gestohl
            cambriol braqu vole voles voleur robo roban robado hurto ladron rubat furto rapin ladr roub furt assalt
            kradzie skradz zlodzie ограб краж похи украл سرقة سطو चोरी लूट hirsiz soygun caldi 盗窃 被盗 抢劫 盗 窃盗 強盗 절도 도난 강도""",
            """
            attack shooting shot stab knife gunman assault shelling angriff angegriff schuss schusse messer attaqu
            fusillad couteau ataqu tiroteo apunal attacc sparat accoltell tiroteio esfaque atak strzel nozown напад
            стрельб атак обстрел هجوم الهجوم اطلاق हमल गोली चाकू saldir silahli bicak 袭击 枪击 攻击 襲撃 発砲 攻撃 刃物 공격 총격 흉기""",
            """
            award prize preistrager laureat recompens premio premi galardon nagrod преми наград جائزة الجائزة पुरस्कार
            odul 获奖 奖项 受賞 大賞 수상""",
            """
            heat heatwave hitze canicul chaleur calor caldo upal жара зной حرارة الحرارة गर्मी sicak 高温 热浪 猛暑 熱中 폭염""",
            """
            factory plant works fabrik werk usine fabrica fabbric stabilim usina fabryk zaklad завод фабрик مصنع المصنع
            कारखाना फैक्ट्री संयंत्र fabrika tesis 工厂 工場 공장""",
            """
            invest fund spend inver invert inwest инвест влож استثمار निवेश yatirim 投资 投資 출자 투자""",
            """
            landslid mudslid rockfall avalanch erdrutsch lawine eboulem glissem deslizam derrumb frana smottam desliz
            desab osuwis lawin ополз лавин обвал обруш انهيار भूस्खलन heyelan gocuk 滑坡 塌方 泥石 雪崩 土砂 崩落 산사태 붕괴""",
            """
            trap trapped stuck strand eingeschlo gestrand coince piege bloques atrap intrappol presos uwiezi utkne uwiez
            застря عالق محاصر फंस mahsur 被困 被埋 閉 孤立 고립 갇혀 갇힌""",
            """
            parliament lawmaker senate senator congress parlament bundestag abgeordnet parlement deput senat assemblee
            congreso diputad senado camera senato sejm poslow парламент дума депутат برلمان البرلمان نواب संसद विधानसभा
            meclis tbmm milletvek 议会 国会 众议院 議会 衆院 参院 국회 의회""",
            """
            fuel petrol gasoline oil benzin sprit essence petrole carburant gasolin petroleo combust benzina petroli
            paliw ropa ropy бензин нефт топлив نفط وقود بنزين पेट्रोल डीजल तेल akaryakit 汽油 石油 油价 原油 ガソリン 휘발유 석유 유가""",
            """
            scientist research study forscher studie wissenschaft chercheur etude scientif cientif investig estudio
            scienziat ricercat studio cientist pesquis estudo naukow badacz badani ученые исследов علماء باحث دراسة
            वैज्ञानिक शोध अध्ययन bilim arastirma 科学 研究 연구 과학""",
            """
            appoint name named names hire hired ernenn ernannt berufen nomm nombr designa nomina nomeia nomea mianow
            powola назнач تعيين नियुक्त atadi atandi 任命 出任 就任 起用 선임 임명""",
            """
            chief ceo boss head chef vorstand pdg patron directeur dirigeant jefe director capo amministrat direttor
            chefe diretor szef prezes dyrektor глава директор руковод مدير प्रमुख सीईओ mudur 总裁 董事 首席 社長 会長 最高 대표 회장 사장""",
            """
            refund repay compensat reimburs pay pays paid payout erstatt entschadig zahlt zahlen rembours indemnis
            dedommag paga pagar indemniz reembols rimbors risarc reembolso indeniz odszkod zwrot wyplac выплат компенс
            возмест تعويض मुआवज tazminat 赔偿 退款 補償 返金 賠償 배상 환불 보상""",
            """
            cancel scrap call off annul absag abgesagt gestrichen streich supprim cancela suspend annulla cancell odwol
            отмен الغاء الغى रद्द iptal 取消 中止 취소""",
            """
            hundred thousand million billion milliard million mil tausend millon miliard milion тысяч миллион миллиард
            الاف ملايين مليون مليار हजार लाख करोड़ milyon milyar""",
            """
            rate rates interest zins leitzins taux tipo tipos tasso tassi juro juros stop stopy ставк فائدة الفائدة
            ब्याज faiz 利率 降息 加息 金利 利上 利下 금리""",
            """
            rain downpour regen pluie lluvia pioggi chuva deszcz opad дождь ливн امطار बारिश yagis yagmur 暴雨 降雨 大雨 豪雨 폭우""",
            """
            drought dry durre secheresse sequia siccit seca susz засух جفاف सूखा kurak 干旱 干ばつ 渇水 가뭄""",
            """
            customers passengers travellers travelers commuters shoppers users subscribers reisend fahrgast kunden
            passagier voyageur client abonn usager pasajer viajer passegger utenti passageir pasazer podrozn klient
            пассажир клиент абонент пользоват ركاب مسافر यात्री ग्राहक yolcu musteri 乘客 旅客 用户 乗客 利用者 승객 이용자 고객""",
            """
            murder homicid manslaught slaying slain mord morder totschlag meurtre assassin asesin omicid assassinat
            zabojst morderst убийств убийц جريمة قاتل हत्या cinayet katil 谋杀 凶杀 殺人 殺害 살인 살해""",
            """
            fraud scam swindl embezzl launder betrug betrog untreue veruntreu escroquer fraude estafa truffa frode golpe
            oszust wyludz мошеннич афер растрат احتيال اختلاس धोखाधड़ी ठगी घोटाला dolandiric 诈骗 欺诈 詐欺 横領 着服 사기 횡령""",
            """
            brib corrupt graft kickback bestech korrupt schmiergeld corrup sobor tangent corruz propin lapow korupc
            взятк коррупц فساد رشوة भ्रष्टाचार रिश्वत rusvet yolsuzluk 受贿 贪污 腐败 汚職 収賄 贈賄 뇌물 부패""",
            """
            kidnap abduct hostage entfuhr geisel enlev otage secuestr rehen rapit rapiment ostagg sequestr refem porwan
            zakladni похищ похит заложник خطف اختطاف رهائن رهينة अपहरण बंधक kacir rehin 绑架 人质 劫持 誘拐 拉致 人質 납치 인질""",
            """
            escape escaped fugitive manhunt ausgebroch fluchtig evad fuga fugitiv evas evaso fugiu uciek uciekl zbieg
            побег сбежа беглец هروب فرار هارب फरार भाग kacti firar 逃脱 越狱 逃走 脱走 탈출 도주 탈옥""",
            """
            search hunt look looking suche suchen sucht gesucht recherch busca busqueda ricerch cerca cercan procura
            poszuk szuka поиск ищут بحث البحث तलाश खोज ariyor aran 搜寻 搜索 搜救 捜索 수색""",
            """
            suspect suspicion verdacht suspeit sospech sospett podejrz подозрев подозреваем مشتبه संदिग्ध supheli 嫌疑 容疑
            용의 혐의""",
            """
            witness zeuge temoin testig testimon swiad свидетел شاهد شهود गवाह tanik 证人 目击 目撃 証人 목격 증인""",
            """
            victim opfer victime victima vittima vitima ofiara потерпевш ضحية पीड़ित magdur kurban 受害 遇害 被害 遺族 피해자 희생""",
            """
            body remains corpse leiche leichnam cadavre corps cadaver restos salma corpo zwlok cialo останк труп جثة جثث
            शव लाश ceset 尸体 遗体 遺体 시신 유해""",
            """
            weapon gun firearm rifle pistol waffe arme armes fusil arma armi bron pistolet оружи пистолет سلاح اسلحة
            हथियार बंदूक silah tabanca 武器 枪支 拳銃 銃 무기 총기""",
            """
            terror terrorism extremis anschlag attentat atentado attentato zamach теракт террор ارهاب आतंक teror 恐怖 テロ
            테러""",
            """
            murderous riot clash unrest brawl krawall ausschreit emeute affront heurts disturb enfrentam scontri tumult
            confront zamiesz starcia беспорядк столкнов اشتباك شغب झड़प दंगा हिंसा catisma kavga 骚乱 冲突 暴動 乱闘 폭동 충돌""",
            """
            smuggl traffick schmugg contreband trafic contraband narcotraf contrabband przemyt контрабанд тиграф تهريب
            तस्कर kacak 走私 密輸 밀수""",
            """
            army troops military soldier armee soldat truppen militar militair arme ejercito soldad esercito exercit
            wojsk zolnier арми войск военн солдат جيش الجيش قوات جنود सेना सैनिक जवान ordu asker 军队 士兵 部队 軍隊 兵士 自衛 군인 병사
            육군""",
            """
            missile rocket projectile rakete missil misil razzo pocisk rakiet ракет صاروخ صواريخ मिसाइल रॉकेट fuze roket
            导弹 火箭 ミサイル ロケット 미사일 로켓 발사체""",
            """
            drone drones uav drohne dron бпла беспилотник дрон مسيرة طائرات ड्रोन insansiz iha siha 无人机 ドローン 無人 드론 무인기""",
            """
            war fighting battle combat krieg kampf gefecht guerre combats guerra combate guerr wojna walki война войн
            бои бой حرب معارك युद्ध जंग लड़ाई savas catism 战争 战斗 交战 戦争 戦闘 전쟁 전투 교전""",
            """
            talks negotiat dialogue verhandlung gesprach negociat pourparler negoci dialog negozia trattativ colloqui
            rozmow negocjac переговор محادثات مفاوضات वार्ता बातचीत gorusme muzaker 谈判 会谈 磋商 協議 会談 交渉 협상 회담""",
            """
            summit meet meets meeting gipfel treffen trifft sommet rencontr reunion cumbre reun incontr vertice cupula
            encontr szczyt spotka саммит встреч قمة لقاء يلتقي शिखर बैठक मुलाकात zirve toplant 峰会 会晤 会议 首脳 会議 정상 회의 만나""",
            """
            visit visits trip travel arrives besuch reise reist visite voyage visita viaj viagg wizyt podroz визит приб
            поезд زيارة يزور दौरा यात्रा ziyaret 访问 到访 訪問 来日 訪中 방문 방한""",
            """
            sanction sanktion sanciones sankcj санкц عقوبات प्रतिबंध yaptirim 制裁 제재""",
            """
            border frontier grenz grenze frontera frontiera confine fronteira granic границ приграничн حدود الحدود सीमा
            sinir 边境 边界 国境 국경""",
            """
            migrant refugee asylum asyl fluchtling refugi rifugiat profugh migranc uchodz мигрант бежен مهاجر لاجئ
            शरणार्थी प्रवासी gocmen multeci 移民 难民 難民 난민 이민""",
            """
            ambassador embassy diplomat envoy botschaft ambassad embajad ambasciat embaix ambasad посол посольств
            дипломат سفير سفارة राजदूत दूतावास buyukelci 大使 外交 使馆 大使館 대사 외교""",
            """
            king queen prince princess royal monarch konig konigin prinz roi reine rey reina princip realez re regina
            principe rainha krol krolow ksiaz король королев принц ملك ملكة امير राजा रानी राजकुमार kral kralice prens
            国王 女王 王子 王室 王女 天皇 여왕 왕자 왕실""",
            """
            pope vatican bishop cardinal church papst kirche bischof pape eglise eveque papa iglesia obispo chiesa
            vescovo igreja bispo papiez kosciol biskup папа церков епископ بابا كنيسة पोप चर्च kilise 教皇 教会 主教 法王 교황 교회""",
            """
            scandal outcry row controvers skandal affare affaire polemi escandal scandalo афера скандал فضيحة घोटाला
            विवाद 丑闻 争议 不祥事 疑惑 騒動 논란 스캔들""",
            """
            apolog sorry regret entschuldig excuse disculp scus desculp przepros przeprasz извин اعتذار يعتذر माफी खेद
            ozur 道歉 致歉 謝罪 陳謝 사과""",
            """
            warn warns warning alert warnt warnung alerte avert advert allert avvert avis aviso ostrzez ostrzega alarm
            предупре тревог تحذير يحذر انذار चेतावनी अलर्ट uyari 警告 预警 警报 警報 注意報 경고 경보 주의보""",
            """
            demand urge urges call calls calling appeal fordert forder appell reclam exig exige pide piden appel chied
            richiest pede pedem apelo apel zada domaga требует призва призыв يطالب تطالب دعا يدعو मांग अपील cagri talep
            要求 呼吁 敦促 求 要請 촉구 요구""",
            """
            promise pledge vow vows verspr zusage promet promes promess obiec zapowi обеща пообещ وعد يتعهد वादा söz
            vaat soz 承诺 保证 約束 公約 약속 공약""",
            """
            plan plans propos consider mull plant vorschlag prevoi projet propose planea propon propuest prevede planeja
            propoe planuj план предлож намер خطة يعتزم اقتراح योजना प्रस्ताव planli oner 计划 提议 拟 計画 提案 検討 계획 추진 제안""",
            """
            investig probe inquir examin ermittl untersuch enquet indag inchiest inquer apur sledztw dochodz расследов
            проверк تحقيق جانچ पड़ताल sorustur incelem 调查 侦查 審査 調査 捜査 수사 조사""",
            """
            report study audit survey bericht umfrage rapport sondag informe encuest sondagg relator pesquisa raport
            sondaz badan доклад опрос отчет تقرير استطلاع रिपोर्ट सर्वे rapor anket 报告 报道 報告 世論 보고서 설문""",
            """
            law bill legislat act gesetz loi projet ley proyecto legge decreto lei projeto ustaw prawo закон
            законопроект قانون कानून विधेयक yasa kanun 法案 法律 立法 改正 법안 법률""",
            """
            vote votes voting ballot referend stimmen abstimm votier vota votaz voto votacao glosow голосов референдум
            تصويت اقتراع استفتاء मतदान वोट oylama oy referandum 投票 表决 公投 採決 住民 투표 표결""",
            """
            govern cabinet coalit regier kabinett koalition gouvern gobiern governo coaliz rzad gabinet koalic
            правительств кабмин коалиц حكومة الحكومة सरकार मंत्रिमंडल hukumet kabin 政府 内阁 内閣 政権 연립 정부 내각""",
            """
            minister ministre ministr ministro ministra министр وزير الوزير मंत्री bakan 部长 大臣 장관""",
            """
            president prasident presid presiden prezydent президент رئيس الرئيس राष्ट्रपति cumhurbask baskan 总统 主席 大統領
            대통령""",
            """
            candidate candidat kandidat кандидат مرشح उम्मीदवार प्रत्याशी aday 候选 候補 후보""",
            """
            opposition oppos opozyc оппозиц معارضة المعارضة विपक्ष muhalefet 反对 在野 野党 야당""",
            """
            budget spending haushalt etat presupuest bilanc orcament budzet бюджет ميزانية موازنة बजट butce 预算 財政 予算 예산""",
            """
            debt loan loans kredit schuld schulden dette emprunt deuda prestam debito prestit divid emprestim dlug
            pozyczk kredyt долг кредит займ دين قرض ديون कर्ज ऋण borc kredi 债务 贷款 债 借金 融資 債務 대출 부채""",
            """
            bankrupt insolv insolvenz pleite konkurs faillit quiebr concurso falliment falenc recuper upadlos bankructw
            банкрот افلاس दिवालिया iflas konkordato 破产 倒産 破綻 파산 회생""",
            """
            merge merger fusion zusammenschluss fusionn fusione fusao fuzj слияни اندماج विलय birlesme 合并 合併 統合 합병 통합""",
            """
            profit earning results quartal gewinn ergebnis benefic resultat gananc utili lucro zysk wynik прибыл выручк
            отчетност ارباح ربح मुनाफा लाभ kar kari 利润 业绩 净利 決算 利益 黒字 실적 이익 영업이익""",
            """
            loss losses deficit verlust perte perdida perdit prejuiz strat убыт дефицит خسائر خسارة घाटा नुकसान zarar 亏损
            损失 赤字 損失 적자 손실""",
            """
            sales revenue turnover umsatz absatz ventes chiffre ventas ingresos vendite ricavi vendas receita sprzedaz
            przychod продаж выручк مبيعات ايرادات बिक्री राजस्व satislar ciro 销售 销量 营收 売上 販売 매출 판매량""",
            """
            share shares stock stocks aktie aktien borse actions bourse acciones bolsa azioni borsa acoes akcje gielda
            акци бирж اسهم البورصة शेयर बाजार hisse 股价 股票 股市 株価 株式 주가 주식 증시""",
            """
            growth gdp economy wachstum wirtschaft croissance econom crecim crescit pil crescim pib wzrost gospodark
            рост экономик نمو اقتصاد विकास अर्थव्यवस्था buyume ekonomi 增长 经济 成長 経済 성장 경제""",
            """
            export import trade handel ausfuhr exporta commerce comerc commerc eksport handl экспорт импорт торгов تجارة
            صادرات निर्यात आयात व्यापार ihracat ithalat ticaret 出口 进口 贸易 輸出 輸入 貿易 수출 수입 무역""",
            """
            wage salary salaries pay lohn lohne gehalt tarif salaire salari sueldo stipend salario placa pensj wynagrodz
            зарплат оклад راتب رواتب اجور वेतन सैलरी maas ucret 工资 薪资 賃金 賃上 給与 임금 급여""",
            """
            pension retire rente ruhestand retrait jubil aposent emeryt rent пенси تقاعد معاش पेंशन emekli 退休 养老 年金 引退
            退職 은퇴 연금""",
            """
            worker employee staff laborer arbeiter beschaftigt mitarbeiter angestellt salarie ouvrier emploi trabajador
            emplead obrer lavorator dipendent operai trabalhad funcionari operar pracown robotnik сотрудник работник
            рабоч عامل عمال موظف कर्मचारी मजदूर श्रमिक isci calisan 员工 工人 职工 従業員 社員 作業員 직원 노동자 근로자""",
            """
            union unions gewerkschaft syndicat sindicat sindacat zwiazk профсоюз نقابة यूनियन sendika 工会 労組 노조""",
            """
            company firm maker manufactur group business unternehmen firma konzern hersteller entreprise societe groupe
            fabricant empresa compania azienda societa gruppo companhia spolka producent компани фирм производител شركة
            कंपनी sirket uretici 公司 企业 厂商 企業 会社 メーカー 기업 회사 업체""",
            """
            bank lender banque banco banca banku банк بنك مصرف البنك बैंक banka 银行 銀行 은행""",
            """
            shop store stores retail supermarket laden geschaft handler magasin commerce distribut tienda supermercad
            negozi supermercat loja sklep магазин супермаркет متجر متاجر दुकान स्टोर magaza market 商店 门店 超市 店舗 スーパー 매장
            마트 편의점""",
            """
            restaurant cafe pub bar kneipe gaststatt ristorant bistro kawiarni ресторан кафе مطعم रेस्तरां restoran 餐厅
            餐馆 飲食 식당 음식점""",
            """
            food meal lebensmittel essen aliment nourrit comida cibo alimentar zywnos jedzen продукт еда غذاء طعام खाना
            भोजन gida yemek 食品 食物 給食 식품 음식""",
            """
            farm farmer crop harvest bauer landwirt ernte agricult paysan recolt cosech ganader contadin raccolt colheit
            rolnik zbior фермер урожай مزارع محصول किसान फसल ciftci hasat 农民 农业 收成 農家 農業 収穫 농민 농가 농업""",
            """
            animal wildlife tier tiere animaux animale zwierz животн حيوان حيوانات जानवर पशु hayvan 动物 動物 동물""",
            """
            dog puppy hund hunde chien perro cane cachorro cao pies psa собак كلب कुत्ता kopek 狗 犬 개""",
            """
            bear wolf loup lupo lobo wilk волк baren ours orso oso urso niedzwied медвед دب ذئب भालू भेड़िया ayi kurt 熊
            狼 곰 늑대""",
            """
            lion tiger leopard sea lowe leon leone leao lew lwa лев тигр اسد نمر शेर बाघ तेंदुआ aslan kaplan 老虎 狮子 豹 虎
            사자 호랑이""",
            """
            bird birds vogel oiseau oiseaux pajaro ave aves uccell passar ptak птиц طائر طيور पक्षी kus 鸟 候鸟 鳥 새""",
            """
            fish fishing fischer peche poisson pesca pez pesce pesci peixe ryb рыб سمك صيد मछली balik 鱼 渔 魚 漁 어업 물고기""",
            """
            tree trees forest baum baume wald arbre foret arbol bosque albero bosco arvore flores drzew las lasu дерев
            лес شجرة غابة पेड़ जंगल वन agac orman 树 森林 树木 樹木 숲 나무""",
            """
            river lake water stausee fluss see fleuve riviere lac rio lago agua fiume acqua rzek jezior wod река реке
            озер вод نهر بحيرة مياه नदी झील पानी nehir gol su 河流 湖 水 水位 ダム 강물 호수 저수지""",
            """
            beach coast shore kuste strand plage cote playa costa spiaggia praia litoral plaz wybrzez пляж побереж شاطئ
            ساحل तट समुद्र plaj sahil kiyi 海滩 海岸 沿岸 해변 해안""",
            """
            island insel ile iles isla isola ilha wysp остров جزيرة द्वीप ada 岛 島 섬""",
            """
            mountain peak hiker climber alpin berg gipfel wander bergsteig montagne alpinist randonn montan senderist
            montagn escursionist montanh gora gor gory gorach turyst альпинист гор турист جبل متسلق पर्वत पहाड़ dagci
            dag 山 登山 등산 산악""",
            """
            road highway motorway street strasse autobahn route autoroute carretera autopista strada autostrada estrada
            rodovia drog droga autostrad дорог трасс шоссе طريق सड़क हाईवे yol otoyol karayol 公路 高速 道路 国道 高速道 도로 고속도로""",
            """
            bridge brucke pont puente ponte most mostu мост جسر पुल kopru 大桥 桥 橋 大橋 다리 교량""",
            """
            tunnel tunel галере туннел тоннел نفق सुरंग 隧道 トンネル 터널""",
            """
            bus coach autobus autocar автобус حافلة बस otobus 大巴 公交 巴士 バス 버스""",
            """
            bike bicycl cyclist motorcycl fahrrad radfahr motorrad velo cycliste moto bicicl ciclist bici ciclista rower
            motocykl велосипед мотоцикл دراجة साइकिल बाइक bisiklet motosiklet 自行车 摩托 自転車 バイク 자전거 오토바이""",
            """
            elevator lift cable gondola cablecar aufzug seilbahn ascenseur telepher telecabin ascensor telefer funivi
            winda kolejk лифт канатн مصعد تلفريك लिफ्ट रोपवे asansor teleferik 电梯 缆车 昇降 索道 엘리베이터 케이블카""",
            """
            house home homes flat apartment building haus hauser wohn gebaude maison immeuble logement appart casa
            vivienda edificio piso palazz edific predio casas dom dome budyn mieszkan дом домов квартир здани منزل منازل
            مبنى घर मकान इमारत ev bina konut 房屋 住宅 楼 建筑 建物 民家 아파트 주택 건물""",
            """
            collaps caved einsturz eingesturz effondr derrumb colaps croll desab zawal runel обруш рухн انهيار انهار ढह
            गिरी coktu gocme 坍塌 倒塌 垮塌 倒壊 崩壊 崩落 붕괴""",
            """
            construct build builds built building site baustell bauen gebaut construi chantier construy obras costru
            cantier constru budow buduj строит построи بناء निर्माण insaat yapim 建设 施工 开工 建設 工事 着工 건설 공사 착공""",
            """
            airstrike bombard raid raids shell luftangriff beschuss bombarde nalot ostrzal обстрел удар авиаудар قصف
            غارة बमबारी हवाई 空袭 轰炸 炮击 空爆 砲撃 공습 폭격""",
            """
            nuclear reactor atom kernkraft nucleair nuclea jadrow reaktor ядерн атомн аэс نووي परमाणु nukleer 核电 核 原発
            原子力 원전 핵""",
            """
            gas pipeline gaz gasoduct gasdott gazoduct rurociag газ газопровод غاز गैस dogalgaz 天然气 燃气 ガス 가스""",
            """
            energy solar wind energie eolien solair renovab fotovolt rinnovab eolic energia oze энерг солнечн طاقة ऊर्जा
            सौर enerji gunes ruzgar 能源 光伏 风电 太陽光 風力 電力 에너지 태양광""",
            """
            climate emission carbon klima treibhaus climat clima emision klimat emisj климат выброс مناخ انبعاث जलवायु
            उत्सर्जन iklim emisyon 气候 排放 気候 温室 排出 기후 배출""",
            """
            pollut contaminat toxic spill verschmutz verseucht gift pollu contamin vertido inquin polui vazament
            zanieczyszcz skaz загрязн отрав разлив تلوث تسرب प्रदूषण kirlilik sizint 污染 泄漏 汚染 漏れ 오염 유출""",
            """
            volcano eruption lava vulkan ausbruch volcan erupcion vulcan eruzion vulcao erupc wulkan erupcj вулкан
            изверж بركان ज्वालामुखी yanardag 火山 喷发 噴火 화산 분화""",
            """
            cancer tumor tumour krebs tumore cancro nowotwor rak рак опухол سرطان कैंसर kanser 癌 癌症 がん 암""",
            """
            doctor physician surgeon nurse arzt arztin pfleger medecin infirm medico enfermer infermier medic enfermeir
            lekarz pielegn врач медсестр طبيب اطباء डॉक्टर नर्स doktor hekim hemsire 医生 护士 医師 看護 의사 간호사""",
            """
            patient surgery operation treatment therap operiert operat behandl chirurg traitem paciente operac tratam
            pazient cur interv cirurg pacjent zabieg leczeni пациент операц лечен مريض مرضى علاج मरीज इलाज hasta tedavi
            ameliyat 患者 手术 治疗 手術 治療 환자 수술 치료""",
            """
            vaccin impf impfung vacuna vacina szczepi вакцин прививк لقاح टीका asi 疫苗 接种 ワクチン 接種 백신 접종""",
            """
            birth born pregnan baby babies geburt geboren naiss nacim nacio nascit nat nascim nasceu urodz narodz рожд
            родил ولادة مولود जन्म dogum dogdu 出生 诞生 出産 誕生 출산 출생 탄생""",
            """
            wedding marry married marries divorce hochzeit heirat scheid mariage epous divorc boda casa divorci nozze
            matrimon sposa casament slub rozwod свадьб женил развод زواج طلاق शादी विवाह तलाक dugun evlen bosan 结婚 婚礼 离婚
            結婚 離婚 결혼 이혼""",
            """
            film movie cinema director kino regisseur cineast pelicul cine regista filme rezyser фильм кино режиссер
            فيلم مخرج फिल्म निर्देशक sinema yonetmen 电影 导演 影片 映画 監督作 영화 감독작""",
            """
            series season show episode netflix serie staffel saison temporada stagion serial sezon сериал сезон مسلسل
            सीरीज dizi 电视剧 剧集 連続 ドラマ 드라마 시즌""",
            """
            sing singer song album band concert musician sanger konzert chanteu cancion cantant concierto cantante
            canzon cantor show piosenk koncert wokalist певец певиц концерт песн альбом مغني اغنية حفل गायक गाना sarkici
            konser sarki 歌手 演唱 专辑 楽曲 公演 가수 앨범 콘서트""",
            """
            actor actress schauspiel acteur actrice comedien actriz attor attric ator atriz aktor aktork актер актрис
            ممثل अभिनेता अभिनेत्री oyuncu 演员 俳優 女優 배우""",
            """
            book novel author writer buch roman autor schriftstell livre ecrivain auteur libro novela escritor romanzo
            scrittor livro ksiazk powiesc pisarz книг роман писател كتاب رواية كاتب किताब उपन्यास लेखक kitap yazar 小说 作家
            书籍 小説 著者 소설 작가""",
            """
            museum gallery paint portrait artwork exhibit gemald ausstell kunstwerk musee tableau peintur expos cuadro
            pintura museo quadro mostra dipint museu exposic obraz muzeum wystaw музей картин выставк متحف لوحة معرض
            संग्रहालय पेंटिंग muze tablo sergi 博物馆 画作 展览 美術 絵画 展示 미술관 박물관 그림 전시""",
            """
            statue monument memorial denkmal estatua statua pomnik памятник статуя تمثال मूर्ति प्रतिमा heykel anit 雕像
            纪念碑 銅像 記念碑 동상 기념비""",
            """
            archaeolog ancient dig excavat tomb relic archaolog antik grab archeolog fouille antiqu tombe arqueolog
            antigu tumba scavi antic tomba antig grob археолог древн гробниц اثار اثري पुरातत्व प्राचीन arkeolog mezar
            考古 出土 古墓 遺跡 古墳 発掘 유적 고분 발굴""",
            """
            match game games spiel partie rencontre partido partita jogo mecz spotkan матч игра مباراة मैच मुकाबला mac
            musabaka 比赛 赛 試合 경기""",
            """
            goal goals scor score tor tore but buts marqu gol goles anot reti gols marc bramk гол голов забил هدف اهداف
            गोल 进球 得点 ゴール 골 득점""",
            """
            league title champion cup final championship liga meister pokal titel finale championn coupe titre copa
            campeon campionat coppa scudett taca mistrz puchar чемпион кубок лига финал دوري بطل كأس نهائي लीग चैंपियन
            कप फाइनल lig sampiyon kupa 冠军 联赛 决赛 杯 王者 決勝 리그 챔피언 결승 우승""",
            """
            player striker goalkeep midfield defend spieler sturmer torwart joueur attaqu gardien jugador delanter
            porter giocat attaccant portier jogador atacant goleir pilkarz zawodnik napastnik bramkarz игрок нападающ
            вратар لاعب مهاجم حارس खिलाड़ी oyuncu futbolcu kaleci 球员 前锋 门将 選手 投手 선수 투수""",
            """
            transfer sign signs signing loan wechsel verpflicht transfert recrut ficha fichaj traspaso acquist ingaggi
            contrata podpis переход трансфер подписал انتقال صفقة ट्रांसफर 转会 加盟 移籍 加入 이적 영입""",
            """
            contract extend renew vertrag verlanger contrat prolong renov contrato rinnov contratt renova kontrakt
            przedluz контракт продл عقد تجديد अनुबंध sozlesme uzat 合同 续约 契約 更新 계약 연장""",
            """
            olymp medal gold silver bronze medaill medaille oro plata medalla argento medagl ouro prata medalha zloto
            srebr медал золот олимп ميدالية ذهبية पदक स्वर्ण madalya altin olimpi 金牌 奖牌 奥运 金メダル 五輪 銀 메달 올림픽""",
            """
            race marathon runner sprint lauf rennen laufer course coureur carrera corredor maraton corsa gara corrida
            prova bieg wyscig biegacz гонк забег марафон سباق ماراثون दौड़ रेस kosu yaris 马拉松 赛跑 競走 マラソン レース 마라톤 경주""",
            """
            tennis open grand wimbled turnier tournoi torneo torneio turniej турнир بطولة टूर्नामेंट turnuva 公开赛 网球 大会
            全豪 全英 대회 오픈""",
            """
            suspend ban banned doping sperre gesperrt dopage suspendu sancion dopaj squalific suspens zawiesz дисквалиф
            допинг ايقاف منشطات निलंबित डोपिंग ceza men 禁赛 兴奋剂 出場停止 ドーピング 징계 도핑""",
            """
            retire retires farewell karriereende abschied retraite adieu retira retiro adios ritir addio aposenta adeus
            zakoncz karier завершил карьер اعتزال संन्यास emekli veda 退役 告别 引退 은퇴""",
            """
            phone smartphone handset mobile handy telefon telephone portable telefono movil cellulare telefonin celular
            smartfon komork смартфон телефон هاتف جوال फोन मोबाइल स्मार्टफोन cep 手机 智能手机 携帯 スマホ スマートフォン 휴대폰 스마트폰""",
            """
            computer laptop pc rechner ordinateur portatil ordenador computad komputer компьютер ноутбук حاسوب कंप्यूटर
            लैपटॉप bilgisayar 电脑 计算机 パソコン コンピューター 컴퓨터 노트북""",
            """
            software app update patch release version logiciel applicat programa aplicac aggiornam aplikacj oprogramow
            приложен обновлен تطبيق تحديث ऐप अपडेट uygulama guncelle yazilim 软件 应用 更新 系统 アプリ 更新版 ソフト 앱 업데이트 소프트웨어""",
            """
            bug flaw vulnerabil exploit sicherheitsluck schwachstell faille vulnerab fallo falla falha luka podatnosc
            уязвим ошибк ثغرة खामी acik 漏洞 脆弱 欠陥 취약점 결함""",
            """
            chip semiconduct processor halbleiter chips puce semi semicond procesad polprzewod чип процессор полупровод
            رقائق चिप cip yariiletken 芯片 半导体 半導体 반도체""",
            """
            intellig ai chatbot model ki kunstlich ia sztuczn ии искусств نموذج ذكاء एआई yapay 人工智能 大模型 人工知能 生成 인공지능""",
            """
            robot roboter robo робот روبوت रोबोट 机器人 ロボット 로봇""",
            """
            internet web website online site netz webseite ligne sitio red sito rete strona сайт интернет انترنت موقع
            वेबसाइट इंटरनेट 网站 互联网 网络 ネット サイト 인터넷 사이트""",
            """
            user users account konto nutzer utilisat compte usuari cuenta utente usuario conta uzytkown пользов аккаунт
            مستخدم حساب उपयोगकर्ता यूजर kullanici hesap 用户 账号 利用者 会員 이용자 계정""",
            """
            outage down disrupt failure storung ausfall ausgefallen panne dysfonction caida fallo averia guasto
            disserviz pane falha awari usterk сбой отключ عطل انقطاع ठप बाधित ariza kesinti 故障 中断 宕机 障害 不具合 장애 먹통""",
            """
            satellite space astronaut orbit rocket weltraum raumfahrt satellit espace fusee spatial espacial satelit
            spazi razzo espac foguete kosmi космос космич космонавт спутник فضاء قمر अंतरिक्ष उपग्रह uzay uydu astronot
            卫星 航天 太空 宇航 衛星 宇宙 飛行士 위성 우주""",
            """
            moon lunar mond lune luna lua ksiezyc луна луны лунн القمر चंद्रमा चांद ay 月球 登月 月面 달""",
            """
            planet star galaxy telescope stern teleskop etoile planete estrella planeta telescop stella pianeta estrela
            gwiazd планет звезд телескоп كوكب نجم तारा ग्रह gezegen yildiz 行星 恒星 望远镜 惑星 望遠鏡 행성 별 망원경""",
            """
            species fossil dinosaur art arten espece fossile especie fosil specie gatunek skamienial вид ископаем نوع
            احفور प्रजाति जीवाश्म tur 物种 化石 新種 화석 신종""",
            """
            university professor college academ universitat hochschule universite universidad catedrat universita ateneo
            docent universidade uniwersytet uczelni университет вуз профессор جامعة أستاذ استاذ विश्वविद्यालय प्रोफेसर
            profesor 大学 教授 대학 교수""",
            """
            teacher lehrer enseignant prof maestr profesor docente insegnant professor nauczyciel учител преподава معلم
            शिक्षक ogretmen 教师 老师 教員 教諭 교사""",
            """
            woman women frau frauen femme mujer donna donne mulher kobiet женщин امرأة نساء महिला kadin 女子 女性 여성""",
            """
            man men mann manner homme hombre uomo uomini homem mezczyzn мужчин رجل व्यक्ति युवक adam erkek 男子 男性 남성""",
            """
            couple parents mother father mutter vater eltern mere pere parent madre padre pareja coppia genitor mae pai
            casal matka ojciec rodzic мать отец родител пара والد والدة ام اب माता पिता मां anne baba cift 母亲 父亲 夫妇 母親
            父親 夫婦 両親 부모 엄마 아빠 부부""",
            """
            teen teenager youth young jugendlich adolesc jeune ado joven giovan ragazz jovem nastol mlodzi подрост молод
            مراهق شاب किशोर युवा genc 少年 青年 若者 高校生 청소년 청년""",
            """
            elderly pensioner senior rentner aine personne anciano mayor anzian idos starsz пенсион пожил مسن बुजुर्ग
            yasli 老人 高齢 お年寄 노인 고령""",
            """
            tourist visitor holiday tourism urlaub touriste vacanc visiteu turist vacacion visitant vacanz feria turyst
            wakac турист отдых سائح سياح पर्यटक tatil 游客 旅游 観光 旅行 관광 여행객""",
            """
            city town village stadt dorf gemeinde ville commune ciudad pueblo municip citta comune paese cidade vila
            miast wies gmin город посел село деревн مدينة بلدة قرية शहर गांव कस्बा kent sehir koy ilce 城市 村 镇 市内 町 도시 마을""",
            """
            council councillor stadtrat gemeinderat conseil consejo ayuntam concejo consigli camara vereador rada rady
            radni совет депутат مجلس بلدي परिषद नगर meclisi konsey 议会 市议 市議 町議 의회""",
            """
            ticket fare tickets fahrkart billet tarif billete entrada bigliett bilhete passagem bilet билет проезд تذكرة
            टिकट किराया 车票 门票 票价 切符 運賃 乗車 표 요금""",
            """
            free gratis kostenlos gratuit gratuita darmow bezplat бесплат مجان मुफ्त ucretsiz bedava 免费 無料 무료""",
            """
            money cash geld argent dinero denaro soldi dinheiro pieniad деньг مال أموال اموال पैसा रकम para 资金 钱 現金 資金
            현금 자금""",
            """
            lottery jackpot lotto gewinnlos loterie loteria lotteria lotofac loteri лотере يانصيب लॉटरी piyango 彩票 宝くじ
            복권 로또""",
            """
            record oldest largest biggest world groesst alteste plus mayor grande maior piu najwieks крупнейш старейш
            أكبر اكبر सबसे बड़ा en 最大 世界 最古 最高 최대 최고 세계""",
            """
            first premier erstmal erste premiere primera prima primeira pierwsz впервые перв اول أول पहली पहला ilk 首次 首个
            首例 初 初めて 世界初 처음 최초 첫""",
            """
            last final latest letzte dernier ultima ultimo ostatni последн اخر आखिरी son 最后 最終 最後 마지막""",
            """
            return returns back comeback ruckkehr zuruck retour revient regres vuelve torna ritorn volta retorn powrot
            wraca возвращ вернул عودة يعود वापसी dondu donus 返回 回归 复出 復帰 帰還 복귀 귀환""",
            """
            hit struck strike strikes slam batter pound trifft traf heimsuch frapp touch golpea azot colpi investe
            atinge uderzyl nawiedz обруш ударил ضرب يضرب टकरा vurdu 袭击 登陆 侵袭 直撃 上陸 강타 상륙""",
            """
            damage destroy destruct schaden zerstor beschadig degat detrui endommag dano destru danni distru danific
            destroi zniszcz uszkodz поврежд разруш ущерб دمر اضرار أضرار नुकसान तबाह hasar yikil 损毁 受损 摧毁 被害 損壊 破壊 피해 파손
            파괴""",
            """
            threat threaten drohung droht menac amenaz minacc ameac groz grozi угроз угрож تهديد धमकी tehdit 威胁 脅迫 脅威 위협
            협박""",
            """
            block blockade blocked blockier blockad bloqu corte bloque blocc bloquei blokad zablok блокир перекры حصار
            اغلاق जाम नाकाबंदी abluka 封锁 封路 封鎖 通行止 봉쇄 통제""",
            """
            boycott boykott boycot boicot boicott bojkot бойкот مقاطعة बहिष्कार boykot 抵制 ボイコット 보이콧 불매""",
            """
            reform overhaul reforme reforma riforma реформ اصلاح सुधार 改革 개혁""",
            """
            expel deport ausweis abschieb expuls espuls deporta wydal выслал депорт высыл ترحيل طرد निष्कासित निर्वासित
            sinirdisi 驱逐 遣返 追放 送還 추방 송환""",
            """
            withdraw pull abzug zuruckzieh ruckzug retir retira ritir desist wycof отозва вывод انسحاب سحب वापस çek
            cekil 撤回 退出 撤离 撤退 辞退 철수 철회""",
            """
            expand extend extension ausbau erweiter elargi ampli expan amplia estend ampliac rozszerz rozbud расшир
            توسيع توسع विस्तार genislet 扩大 扩建 拡大 拡張 확대 확장""",
            """
            cheap discount rabatt gunstig solde reduc rebaj descuent scont descont promo przecen tani скидк дешев خصم
            تخفيض छूट सस्ता indirim ucuz 打折 降价 割引 値引 할인""",
            """
            poison giftig vergift empoison intoxi envenen intox avvelen intossic zatru отравл تسمم जहर zehir 中毒 毒 食中毒 중독
            독극물""",
            """
            drown ertrunk ertrink noye noyad ahog anneg afog uton утону غرق डूब bogul 溺水 溺亡 溺 水死 익사""",
            """
            sink sinks sank capsiz gesunken gekentert coule naufrag chavir hund volc affond afund zaton wywroc затон
            опрокин غرق انقلب डूबी पलट batti alabora 沉没 翻船 倾覆 沈没 転覆 침몰 전복""",
            """
            derail entgleis descarril deragl wykole сошел рельс خروج पटरी raydan 脱轨 脱線 탈선""");

    private static final Map<String, Short> BEGINNINGS = new HashMap<>();
    private static int longest;

    static {
        for (int line = 0; line < LINES.size(); line++) {
            for (String beginning : Headline.split(LINES.get(line))) {
                BEGINNINGS.putIfAbsent(beginning, (short) (line + 1));
                longest = Math.max(longest, beginning.length());
            }
        }
    }

    private Concepts() {}

    /** The concept of a word, folded; {@link #NONE} for most. */
    static short of(String word) {
        for (int length = Math.min(longest, word.length()); length > 1; length--) {
            Short found = BEGINNINGS.get(word.substring(0, length));
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
