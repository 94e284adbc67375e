import Diagnostics
import Rules
import Testing

@testable import Screening

@Suite("Data about persons")
struct PersonalDataTests {
    private func found(_ text: String, contacts: [String] = []) -> [String] {
        foundAboutPersons(text, contacts: contacts)
    }

    @Test(
        "mobile numbers in any grouping, with the country's code, in full-width digits",
        arguments: [
            "13523333233", "14899230918", "15052052020", "16237108167", "17269427292", "19212345678", "138 0013 8000",
            "138-0013-8000", "+86 13800138000", "8613800138000", "１３８００１３８０００", "13800138000", "138.1234.5678",
            "138\u{200B}1234\u{200B}5678", "1\u{200B}3\u{FEFF}812345678", "138\u{A0}1234\u{A0}5678", "138　1234　5678",
            "https://example.org/?tel=13800138000", "https://example.org/a?x=1&phone=138-0013-8000",
        ])
    func mobile(number: String) {
        let result = found("联系人手机：\(number)。")
        #expect(result.count == 1 && result[0].hasPrefix("mobile "), "\(result)")
    }

    @Test(
        "escapes of addresses and of HTML hide nothing, however often they are escaped",
        arguments: [
            ("[信](mailto:zhangsan%40example.com)", "email zhangsan%40example.com"),
            ("[信](mailto:zhangsan%2540example.com)", "email zhangsan%2540example.com"),
            ("[信](mailto:%7Ahangsan%40example%2Ecom)", "email %7Ahangsan%40example%2Ecom"),
            ("<a href=\"mailto:zhangsan&#64;example.com\">信</a>", "email zhangsan&#64;example.com"),
            ("[信](mailto:zhangsan&#x40;example.com)", "email zhangsan&#x40;example.com"),
            ("[信](mailto:zhangsan&commat;example.com)", "email zhangsan&commat;example.com"),
            ("[电](tel:138%30013%38000)", "mobile 138%30013%38000"),
            ("[电](tel:1%2D3800138000%20) 13%38 0013 8000", "mobile 13%38 0013 8000"),
            ("[电](tel:%2B8613800138000)", "mobile 8613800138000"),
            ("[电](tel:%31%33800138000)", "mobile %31%33800138000"), ("电话&#43;8613800138000", "mobile 8613800138000"),
            ("https://example.org/?m=zhangsan%40example.com", "email zhangsan%40example.com"),
        ])
    func escapes(text: String, expected: String) {
        #expect(found(text).contains(expected), "\(found(text))")
    }

    @Test("what is found as it stands is found once, and an office's address stays allowed when it is escaped")
    func escapedOnce() {
        #expect(found("13800138000，[x](a%20b.txt)") == ["mobile 13800138000"])
        #expect(found("[信](mailto:office%40example.org)", contacts: ["office@example.org"]) == [])
        #expect(found("合格率95%40个班组，95%、100%25。[a](1%23.txt)") == [])
    }

    @Test(
        "addresses of persons, by the word that announces them",
        arguments: [
            "住址：杭州市样例区文苑路12号3幢402室", "家住样例镇前村七号", "通讯地址：样例市中山街３号",
            "联系人：某某，样例市解放路5号", "| 收件地址 | 样例市和平大道88号B座 |", "现住：样例小区2栋1单元301室",
        ])
    func addresses(text: String) {
        let result = found("正文。\n\(text)。\n")
        #expect(result.count == 1 && result[0].hasPrefix("address "), "\(result)")
    }

    @Test(
        "places of work and addresses of offices that are listed are no addresses of persons",
        arguments: [
            "班组负责文苑路12号至36号的检查井", "地址：样例市中山街3号", "办公地址：样例市中山街3号", "联系人由企业指定，材料报送12号前完成",
            "住址变更的处理。文苑路12号", "通讯地址：样例市东风路1号",
        ])
    func noAddresses(text: String) { #expect(found("正文。\(text)。\n", contacts: ["样例市 东风路1号"]) == []) }

    @Test(
        "mobile numbers with dashes of any kind between their groups, and in Han figures",
        arguments: [
            "138—0013—8000", "138–0013–8000", "138 - 0013 - 8000", "138·0013·8000", "138\u{2002}0013\u{2002}8000",
            "138\u{2009}0013\u{202F}8000", "138−0013−8000", "138，0013，8000",
            "138--0013--8000", "138 -- 0013 -- 8000", "一三八零零一三八零零零", "一三八〇〇一三八〇〇〇", "壹叁捌零零壹叁捌零零零",
            "幺三八零零幺三八零零零",
        ])
    func dashed(number: String) {
        #expect(found("手机：\(number)。") == ["mobile \(number)"])
    }

    @Test(
        "telephones without an area code, or with one in groups, where a word says so",
        arguments: [
            ("电话(0571)8800-1234", "0571)8800-1234"), ("电话：0571 8800 1234", "0571 8800 1234"),
            ("电话 0571—88001234", "0571—88001234"), ("办公电话：8800 1234", "8800 1234"), ("传真为88001234", "88001234"),
            ("座机：880-1234", "880-1234"), ("Tel. 88001234", "88001234"), ("TEL: 8800-1234", "8800-1234"),
        ])
    func local(text: String, number: String) {
        #expect(found("联系\(text)，") == ["telephone \(number)"])
        #expect(found("联系\(text)，", contacts: ["0571-88001234", "0571-8801234"]) == [])
    }

    @Test(
        "numbers of seven or eight digits that nobody calls",
        arguments: ["电话会议88001234人次", "编号 88001234", "投资 8800 1234 元", "2018—2019", "电话费20191231", "热线服务2019年度"])
    func noLocal(text: String) { #expect(found("正文\(text)，") == []) }

    @Test(
        "mail addresses with spaces, full stops of Chinese or a word for their sign",
        arguments: [
            "zhangsan @ 163.com", "zhangsan@163。com", "zhangsan@163．com", "zhangsan（at）163.com", "zhangsan(at)163.com",
            "zhangsan[at]mail.163.com",
        ])
    func writtenMail(address: String) {
        #expect(found("来信\(address)，") == ["email \(address)"])
        #expect(found("来信\(address)，", contacts: ["zhangsan@163.com", "zhangsan@mail.163.com"]) == [])
    }

    @Test("a sign for a place is no mail address", arguments: ["在 a @ 办公室", "会议室(at)", "来信@某某。另见 b.com", "x（at）y"])
    func noMail(text: String) { #expect(found(text) == []) }

    @Test(
        "numbers that are no mobile numbers",
        arguments: [
            "12345678901", "138123456789", "138****8000", "2020-05-15", "K0+120", "A13800138000", "0.13800138000",
            "长度 13812345678.5 元",
            "https://example.org/p/13800138000", "https://example.org/?id=13800138000",
            "https://example.org/?hotel=13800138000", "138.1234", "1.381.2345",
            "138.1234.56789", "v138.1234.5678", "（13800138）", "10,000", "2021年11月15日至24日", "T/CAQ 10204-2017",
            "GB/T 2260-2007", "京ICP备00000000号-1",
            "13800138000.jpg 的位置 /img/13800138000.jpg".replacing("13800138000.jpg 的", with: "图的"),
        ])
    func noMobile(text: String) { #expect(found("正文 \(text) 。") == []) }

    @Test(
        "identity numbers with region, day and check digit",
        arguments: [
            "11010519491231002X", "440524188001010014", "34052419800101001X", "360426199101010071",
            "44011320141005001X",
            "110101190001010006", "11010119000101009X", "11010119000101009x",
        ])
    func identity(number: String) {
        #expect(found("证件号\(number)，") == ["id-number \(number)"])
    }

    @Test(
        "identity numbers in whatever groups",
        arguments: [
            "440524 1880 0101 0014", "440524-18800101-0014", "440524 18800101 001 4", "4405 2418 8001 0100 14",
            "4 4 0 5 2 4 1 8 8 0 0 1 0 1 0 0 1 4", "440524—18800101—0014",
        ])
    func groupedIdentity(number: String) { #expect(found("证件号\(number)，") == ["id-number \(number)"]) }

    @Test(
        "the letter at the end of an identity number is typed by any keyboard",
        arguments: ["X", "x", "Ｘ", "ｘ", "×", "Х", " X"])
    func checkLetter(letter: String) {
        #expect(found("证件号44052418800101001\(letter)，") == ["id-number 44052418800101001\(letter)"])
    }

    @Test("an identity number with a wrong check digit is one where a word says so")
    func wrongCheckDigit() {
        #expect(found("身份证330102199001011235，") == ["id-number 330102199001011235"])
        #expect(found("身份证号：33010219900101123X，") == ["id-number 33010219900101123X"])
        #expect(found("编号330102199001011235，") == [] && found("身份证号330102199013011235，") == [])
    }

    @Test("mobile numbers in further groups", arguments: ["1380 0138 000", "13800 138000"])
    func furtherGroups(number: String) { #expect(found("某\(number)，").count == 1) }

    @Test("identity numbers of fifteen digits where a word says so")
    func oldIdentity() {
        #expect(found("身份证号330102900101123，") == ["id-number 330102900101123"])
        #expect(found("身份证：330102 900101 123，") == ["id-number 330102 900101 123"])
        #expect(found("编号330102900101123，") == [] && found("身份证号330102901301123，") == [])
    }

    @Test(
        "numbers of eighteen digits that are none",
        arguments: [
            "36042619910102009X", "360426199113010079", "160323197806058856", "010203197503102721",
            "110101190001010000",
            "121200004013590816", "91350100M000100Y43",
        ])
    func noIdentity(number: String) { #expect(found("编号\(number)，").filter { $0.hasPrefix("id-number") } == []) }

    @Test("bank cards only beside a word that says so")
    func bankCard() {
        #expect(found("开户行卡号 6225880123456783") == ["bank-card 6225880123456783"])
        #expect(found("账号：6217 0000 1000 0000 003") == ["bank-card 6217 0000 1000 0000 003"])
        #expect(found("卡号 6225880123456789") == ["bank-card 6225880123456789"])
        #expect(found("编号 6225880123456789") == [])
        #expect(found("合同编号 6225880123456783") == [])
    }

    @Test("mail addresses, accounts and lines, except those that the site lists")
    func contacts() {
        #expect(found("来信 banzu@example.com。") == ["email banzu@example.com"])
        #expect(found("来信 banzu@example.com。", contacts: ["Banzu@Example.com"]) == [])
        #expect(found("@所有人 与 a@b 都不是") == [])
        #expect(found("图片 site@2x.png 与 site@3x.JPG") == [])
        #expect(found("来信 zhang＠qq.com。") == ["email zhang＠qq.com"])
        #expect(found("来信 zhang＠qq.com。", contacts: ["zhang@qq.com"]) == [])
        #expect(found("VX: zhang_san") == ["messenger zhang_san"])
        #expect(found("vx：zhangsan1") == ["messenger zhangsan1"])
        #expect(found("加V zhangsan1") == ["messenger zhangsan1"])
        #expect(found("加微：zhangsan1") == ["messenger zhangsan1"])
        #expect(found("QQ群号：123456789") == ["messenger 123456789"])
        #expect(found("QQ小组活动123456789，QC小组123456789") == [])
        #expect(found("VX booster 与 WX-series 是机型") == [])
        #expect(found("VX9000型 abcdefgh，加VR-training") == [])
        #expect(found("QQ：123456789") == ["messenger 123456789"])
        #expect(found("qq群 12345678") == ["messenger 12345678"])
        #expect(found("微信号：banzu_2020") == ["messenger banzu_2020"])
        #expect(found("WeChat: banzu2020") == ["messenger banzu2020"])
        #expect(found("微信公众号 shizheng") == [])
        #expect(found("电话 010-12345678") == ["telephone 010-12345678"])
        #expect(found("电话（0571）12345678") == ["telephone 0571）12345678"])
        #expect(found("热线 400-123-4567") == ["telephone 400-123-4567"])
        #expect(found("电话 010-12345678", contacts: ["(010) 1234 5678"]) == [])
    }

    @Test("any text ends in findings inside its bounds", arguments: 0..<40)
    func hostile(seed: Int) {
        let pieces = [
            "1", "3", "8", "0", "00", "86", "-", " ", ")", "@", ".", "a", "x", "/", "://", "微信", "微", "QQ", "wechat",
            "：", "号", "１", "９",
            "－", "）", "％", "，", ",", "。。", "..", "--", "`", "<", ">", "](", ")", "http", "汉", "\n", "---\n", "```\n",
            "\u{FEFF}", "é",
        ]
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let settings = RuleSetting(Located("typography/*", at: SourceFile(path: "x", bytes: []).start), severity: .hint)
        let policy = CheckPolicy(settings: [settings], exemptions: [])
        for _ in 0..<100 {
            var text = ""
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            // Cut anywhere, also inside a character.
            let file = SourceFile(path: "x.md", bytes: Array(("---\n---\n" + text).utf8.dropLast(Int(state >> 60))))
            let found =
                PersonalDataScan.findings(in: file, contacts: PublishedContacts([]))
                + TypographyScan.findings(in: file, policy: policy)
            #expect(
                found.allSatisfy {
                    ($0.range?.bytes.upperBound ?? 0) <= file.bytes.count && !($0.range?.bytes.isEmpty ?? true)
                })
        }
    }
}
