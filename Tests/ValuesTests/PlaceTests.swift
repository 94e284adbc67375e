import Testing

@testable import Values

@Suite("Places and their provinces")
struct PlaceTests {
    /// Words that stood in the column of provinces, with what they mean; `?` where a person must be asked.
    private static let labelled = """
        大连=辽宁 青岛=山东 宁波=浙江 厦门=福建 深圳=广东 南京=江苏 杭州=浙江 广州=广东 武汉=湖北 成都=四川 西安=陕西 哈尔滨=黑龙江 长春=吉林 沈阳=辽宁 济南=山东 石家庄=河北
        太原=山西 呼和浩特=内蒙古 合肥=安徽 福州=福建 南昌=江西 郑州=河南 长沙=湖南 南宁=广西 海口=海南 贵阳=贵州 昆明=云南 拉萨=西藏 兰州=甘肃 西宁=青海 银川=宁夏 乌鲁木齐=新疆
        苏州=江苏 无锡=江苏 江门=广东 江阴=江苏 江北=? 广元=四川 广安=四川 湖州=浙江 湘潭=湖南 河源=广东 河池=广西 海南州=青海 河间=河北 山南=西藏 山海关=河北 云浮=广东
        云阳=? 贵港=广西 青州=山东 甘孜=四川 宁德=福建 宁国=安徽 福清=福建 安庆=安徽 安徽省淮北=安徽 吉安=江西 吉林市=吉林 辽阳=辽宁 黑河=黑龙江 湘西=湖南 四平=吉林 陕县=河南
        重阳=? 北海=广西 天水=甘肃 上饶=江西 西双版纳=云南 华东=? 华北=? 华中=? 西南=? 西北=? 东北=? 全国=? 央企=? 中央=? 行业=? 部属=? 国铁=? 中建=? 中铁=?
        兵团=兵团 香港=香港 澳门=澳门 台州=浙江 京津冀=? 长三角=? 浙北=? 苏南=? 粤东=? 川渝=? 京=北京 沪=上海 津=天津 渝=重庆 冀=河北 晋=山西 蒙=内蒙古 辽=辽宁
        吉=吉林 黑=黑龙江 皖=安徽 闽=福建 赣=江西 鲁=山东 豫=河南 鄂=湖北 湘=湖南 桂=广西 琼=海南 川=四川 蜀=四川 贵=贵州 黔=贵州 云=云南 滇=云南 藏=西藏 陕=陕西 秦=陕西
        甘=甘肃 陇=甘肃 青=青海 宁=宁夏 新=新疆 港=香港 澳=澳门 台=台湾
        """

    /// Others of their kinds.
    private static let neighbours = """
        秦皇岛=河北 海东=青海 海北州=青海 济源=河南 三沙=海南 晋中=山西 东营=山东 宿州=安徽 宿迁=江苏 抚州=江西 抚顺=辽宁 伊春=黑龙江 宜春=江西 玉溪=云南 玉林=广西 榆林=陕西
        玉树=青海 吉首=湖南 义乌=浙江 昆山=江苏 晋江=福建 仙桃=湖北 五指山=海南 台南=台湾 襄樊=湖北 思茅=云南 莱芜市=山东 恩施州=湖北 延边=吉林 延边朝鲜族自治州=吉林
        锡林郭勒盟=内蒙古 阿勒泰地区=新疆 黔东南=贵州 巴州=新疆 雄安新区=河北 浦东=上海 滨海新区=天津 湘江新区=湖南 海南藏族自治州=青海 河南蒙古族自治县=青海 朝阳=? 兴安=? 通州=?
        和平=? 江南=? 中原=? 塞北=? 两广=? 大湾区=? 晋冀鲁豫=? 江浙=? 山河=? 河海=? 北海道=? 火星省=? 省外=? 外省=? 其他=? 国外=? 中交=? 石河子=?
        阿拉尔市=?
        """

    @Test(
        "a city, a prefecture, a region or an abbreviation gives its province, and nothing else does",
        arguments: [
            labelled, neighbours,
        ])
    func words(_ list: String) {
        for pair in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let parts = pair.split(separator: "=")
            let found = PlaceReading(String(parts[0])).province?.shortName ?? "?"
            #expect(found == String(parts[1]), "\(parts[0])")
        }
    }

    @Test(
        "places are read from the widest to the narrowest, with what stands in brackets, and contradictions are asked about"
    )
    func forms() {
        let pairs = [
            ("浙江省", "浙江"), ("浙江省杭州市", "浙江"), ("浙江杭州", "浙江"), ("浙江省杭州市余杭区", "浙江"), ("杭州市余杭区", "浙江"),
            ("杭州余杭", "浙江"), ("浙　江", "浙江"), ("宁波（计划单列市）", "浙江"), ("深圳市(单列)", "广东"), ("浙江省（含宁波）", "浙江"),
            ("浙江（不含宁波）", "浙江"), ("浙江（宁波）", "浙江"), ("浙江/宁波", "浙江"), ("江苏省-南京市", "江苏"), ("江苏·南京", "江苏"),
            ("江北（重庆）", "重庆"), ("朝阳（辽宁）", "辽宁"), ("北京朝阳", "北京"), ("北京市朝阳区", "北京"), ("重庆云阳", "重庆"), ("云阳县", "重庆"),
            ("辽宁省朝阳市", "辽宁"), ("上海浦东新区", "上海"), ("上海徐汇", "上海"), ("內蒙古", "内蒙古"), ("廣西", "广西"), ("广西省", "广西"),
            ("广西壮族自治区南宁市", "广西"), ("内蒙", "内蒙古"), ("内蒙古自治区赤峰市", "内蒙古"), ("新疆维吾尔", "新疆"), ("宁夏自治区", "宁夏"),
            ("Zhejiang Province", "浙江"), ("浙省", "浙江"), ("浙江地区", "浙江"), ("广东赛区", "广东"), ("浙江生", "浙江"),
            ("四川昌", "四川"), ("黑龙江生", "黑龙江"), ("淅江", "浙江"), ("第八师", "兵团"), ("农六师五家渠市", "兵团"), ("新疆兵团", "兵团"),
            ("新疆建设兵团", "兵团"), ("新疆生产建设兵团第八师石河子市", "兵团"), ("兵团一师", "兵团"), ("吉林省吉林市", "吉林"), ("山东省（青岛）", "山东"),
            ("山西安", "?"), ("浙江、江苏", "?"), ("浙江/江苏", "?"), ("浙江省南京市", "?"), ("浙江（江苏）", "?"), ("江苏路面", "?"),
            ("浙江江苏", "?"), ("江西宁", "?"), ("二师", "?"), ("湖甘", "?"), ("山九", "?"), ("浙", "浙江"),
        ]
        for (text, expected) in pairs {
            #expect(PlaceReading(text).province?.shortName ?? "?" == expected, "\(text)")
        }
    }

    @Test("how a province was told decides whether it is looked at again")
    func manners() {
        func manner(_ text: String) -> PlaceReading.Manner? {
            if case .one(_, let manner) = PlaceReading(text) { return manner }
            return nil
        }
        #expect(manner("浙江省") == .name && manner("33") == .name && manner("浙") == .spelling)
        #expect(manner("浙江省杭州市") == .place && manner("青岛") == .place && manner("浙江生") == .slip)
        #expect(PlaceReading("云阳") == .unclear(Province.all.filter { $0.shortName == "重庆" }))
        #expect(PlaceReading("朝阳").question(about: "朝阳").zh == "可能指北京、辽宁、吉林，请写明省份。")
        #expect(PlaceReading("青岛").question(about: "青岛").en == "“青岛” lies in 山东: write “山东”.")
    }

    @Test(
        "the name of an enterprise or association begins with its place",
        arguments: [
            ("浙江澄湖城建有限公司", "浙江"), ("宁波市市政行业协会", "浙江"), ("宁波鄞水市政设施有限公司", "浙江"), ("苏州胥门市政工程有限公司", "江苏"),
            ("江阴市政工程有限公司", nil), ("江阴市城建有限公司", "江苏"), ("海南州路桥公司", "青海"), ("海南路桥公司", "海南"),
            ("朝阳市政工程有限公司", nil), ("东方市政工程有限公司", nil), ("江门市政工程有限公司", "广东"), ("吉林市城建控股", "吉林"),
            ("新疆生产建设兵团建工集团", "兵团"), ("中铁一局集团有限公司", nil), ("中国建筑第二工程局有限公司", nil), ("通州区市政所", nil),
            ("云阳县市政所", "重庆"), ("公安县市政所", "湖北"), ("某某公司", nil), ("", nil),
        ] as [(String, String?)])
    func beginnings(name: String, province: String?) {
        #expect(PlaceReading.atStart(of: name)?.province.shortName == province)
    }

    @Test("the tables hold every province's places once, and every name leads back")
    func tables() {
        #expect(CityTable.prefectures.map(\.code) == CityTable.prefectures.map(\.code).sorted())
        for (code, names) in CityTable.prefectures {
            for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                #expect(PlaceReading(String(name)).province?.code == code, "\(name)")
            }
        }
        #expect(PlaceIndex.shared.known.count > 3_000)
    }
}

@Suite("Who recommends")
struct RecommenderReadingTests {
    @Test(
        "labels around a name go, words without a name say what they say",
        arguments: [
            ("浙江省市政行业协会", .named("浙江省市政行业协会")), ("推荐单位：浙江省市政行业协会", .named("浙江省市政行业协会")),
            ("推荐协会: 宁波市市政行业协会", .named("宁波市市政行业协会")), ("上海市城市建设集团推荐", .named("上海市城市建设集团")),
            ("宁波市市政行业协会推荐班组", .named("宁波市市政行业协会")), ("江苏省市政工程协会（推荐）", .named("江苏省市政工程协会")),
            ("协会", .unnamed), ("协会推荐", .unnamed), ("省市协会推荐", .unnamed), ("推荐", .unnamed),
            ("企业自荐", .selfNominated), ("企业自荐申报", .selfNominated), ("自我推荐", .selfNominated), ("企 业 自 荐", .selfNominated),
            ("无", .nothing), ("不适用", .nothing), ("/", .nothing), ("——", .nothing), ("", .nothing), ("推荐单位：", .nothing),
            ("推荐单位：无", .nothing), ("（无）", .nothing), ("未推荐", .nothing), ("无推荐协会", .nothing), ("未经协会推荐", .nothing),
            ("无协会推荐，企业自荐", .selfNominated), ("直报", .selfNominated), ("本企业", .selfNominated), ("自荐单位", .selfNominated),
            ("由浙江省市政行业协会推荐", .named("浙江省市政行业协会")), ("经湖南省市政工程协会推荐", .named("湖南省市政工程协会")),
            ("【广东省市政行业协会】推荐", .named("广东省市政行业协会")), ("浙江省市政行业协会（盖章）", .named("浙江省市政行业协会")),
            ("经开区建设集团推荐", .named("经开区建设集团")), ("广东", .named("广东")),
            ("推荐：浙江省市政行业协会", .named("浙江省市政行业协会")), ("推荐方 - 浙江省市政行业协会", .named("浙江省市政行业协会")),
            ("推荐单位 浙江省市政行业协会", .named("浙江省市政行业协会")), ("由中国市政工程协会推荐", .named("中国市政工程协会")),
            ("经中国市政工程协会审核后推荐", .named("中国市政工程协会")), ("浙江省市政行业协会择优推荐", .named("浙江省市政行业协会")),
            ("浙江省市政行业协会推荐上报", .named("浙江省市政行业协会")), ("由浙江省市政行业协会（盖章）推荐。", .named("浙江省市政行业协会")),
            ("Recommended by: Zhejiang Association", .named("Zhejiang Association")), ("推荐：无", .nothing),
            ("推荐：企业自荐", .selfNominated), ("由本会推荐", .unnamed),
            ("Self-nominated", .selfNominated), ("Self nominated", .selfNominated), ("self-nomination", .selfNominated),
            ("SELF", .selfNominated), ("Nominated by the enterprise itself", .selfNominated), ("自行推荐", .selfNominated),
            ("Company application", .selfNominated), ("Zhejiang Association", .named("Zhejiang Association")),
            ("☑浙江省市政行业协会 □企业自荐", .named("浙江省市政行业协会")), ("□浙江省市政行业协会 ☑企业自荐", .selfNominated),
            ("√企业自荐", .selfNominated), ("□浙江省市政行业协会 □企业自荐", .unnamed), ("浙江省市政行业协会（企业自荐）", .unnamed),
            ("企业自荐/浙江省市政行业协会", .unnamed),
        ] as [(String, RecommenderReading)])
    func readings(text: String, expected: RecommenderReading) {
        #expect(RecommenderReading(text) == expected)
    }

    @Test(
        "an answer that is no name leaves the name open",
        arguments: [
            "是", "√", "TRUE", "待补充", "0", "12", "见附件", "推荐", "浙江省市政行业协会拟推荐", "浙江省市政行业协会不推荐", "浙江省市政行业协会推荐2030年",
            "择优推荐", "未经浙江省市政行业协会推荐", "推荐了浙江省市政行业协会", "浙江省市政行业协会（待定）",
        ])
    func answers(text: String) {
        #expect(RecommenderReading(answer: text) == .unnamed)
    }
}
