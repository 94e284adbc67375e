import Diagnostics
import Rules
import Testing

@testable import Screening

@Suite("Data about persons that a word announces")
struct LabelledDataTests {
    private func found(_ text: String, contacts: [String] = []) -> [String] {
        foundAboutPersons(text, contacts: contacts)
    }

    @Test(
        "passports and permits",
        arguments: [
            ("护照号：", "E12345678"), ("护照", "E12345678"), ("护照号码 ", "G12345678"), ("护照（", "EA1234567"),
            ("| 护照号 | ", "e12345678"),
            ("护照为", "141234567"), ("Passport No. ", "EB7654321"), ("港澳通行证 ", "C12345678"), ("往来港澳通行证号码：", "CA1234567"),
            ("回乡证：", "H1234567890"), ("往来台湾通行证号：", "T12345678"), ("台胞证 ", "12345678"), ("军官证 军字第", "1234567"),
            ("警官证号：", "123456"),
        ])
    func papers(label: String, number: String) { #expect(found("某\(label)\(number)，") == ["id-number \(number)"]) }

    @Test(
        "numbers that are no paper's",
        arguments: [
            "护照管理 E12345678", "型号E12345678", "通行证 12345678", "通行证C12345型", "C12345678型水泵", "护照20万本", "护照办理点 010 号",
            "军字第12号令", "图号 G12345678", "班组 H12345678 管段",
        ])
    func noPapers(text: String) { #expect(found("正文\(text)，") == []) }

    @Test(
        "cards of banks whose check digit does not fit",
        arguments: [
            ("银行卡号 ", "6222021234567890123"), ("卡号：", "6222021234567890"), ("账号", "6222 0212 3456 7890 123"),
            ("银行卡：", "9558801234567890123"),
            ("开户行工商银行 ", "622202 1234567890123"),
        ])
    func cards(label: String, number: String) { #expect(found("\(label)\(number)，") == ["bank-card \(number)"]) }

    @Test(
        "accounts of firms and other long numbers",
        arguments: ["账号 1202021234567890123", "卡号 1234567", "合同编号 6222021234567890123", "门禁卡号 0012345678"])
    func noCards(text: String) { #expect(found("正文\(text)，") == []) }

    @Test(
        "days and months of birth",
        arguments: [
            ("出生年月：", "1990年1月1日", ""), ("出生年月 ", "1990.01", ""), ("出生日期：", "1990-01-01", ""), ("生日", "1990-01-01", ""),
            ("", "1990年1月1日", "出生"), ("张三（", "1990年3月", "生）"), ("| 出生年月 | ", "1985/3", " |"),
            ("出生于 ", "1985 年 3 月 8 日", ""),
            ("出生日期：", "19850308", ""), ("", "1985年3月", "生，汉族"), ("born ", "1985-03-08", ""),
        ])
    func births(before: String, date: String, after: String) {
        #expect(found("某\(before)\(date)\(after)，") == ["birth-date \(date)"])
    }

    @Test(
        "days of works, events and papers",
        arguments: [
            "1990年1月成立", "1990-01-01", "出生年月、学历等信息不公开", "1990年出生产能力 3 吨", "1990年3月出生产计划", "1990年3月生产", "2025年3月生效",
            "厂庆生日2021年7月1日", "诞生于1990年1月", "事故发生于2005年3月1日", "1965年出生的一代", "19850308号文", "出生率1990年1月公布",
        ])
    func noBirths(text: String) { #expect(found("正文\(text)，") == []) }

    @Test(
        "addresses of dwellings behind a plain word, and of a person who is described",
        arguments: [
            "地址：杭州市西湖区文三路1号2幢3单元401室", "| 地址 | 样例市和睦新村12幢5单元301 |", "地址:样例区文苑小区3栋502室", "张三 地址：文三路佳苑公寓2幢401室",
            "家庭住址：文三路1号2幢401室", "收件人地址：文三路1号", "张三，男，1965年出生，汉族，住样例市文三路1号", "李四，女，住样例市前村七号",
        ])
    func homes(text: String) {
        let result = found("正文。\n\(text)。\n")
        #expect(result.count == 1 && result[0].hasPrefix("address "), "\(result)")
    }

    @Test(
        "addresses of offices and enterprises, and places of work",
        arguments: [
            "办公地址：文三路1号2幢3单元401室", "企业地址：文三路1号2幢3单元401室", "单位地址：文苑小区3栋502室", "地址：北京市海淀区三里河路9号",
            "地址：文三路1号2幢401室", "浙江甲市政有限公司，地址：文三路1号2幢3单元401室", "地址：文三路1号甲大厦3单元401室", "协会秘书处办公室 地址：和睦新村12幢5单元301",
            "工程地址文三路小区改造12号点位养护", "班组12人，男8人，女4人，住建局表彰文三路12号点位", "男，住宿舍3号楼，文三路", "网址：文三路小区3号楼",
        ])
    func offices(text: String) { #expect(found("正文。\n\(text)。\n") == []) }

    @Test(
        "telephones in further groups",
        arguments: [
            ("138 0013 80 00", "mobile 138 0013 80 00"), ("1 3 8 0 0 1 3 8 0 0 0", "mobile 1 3 8 0 0 1 3 8 0 0 0"),
            ("手机：138 001 38000", "mobile 138 001 38000"), ("电话13800138-000", "mobile 13800138-000"),
            ("手机 13 800 138 000", "mobile 13 800 138 000"), ("（0571）8800 1234", "telephone 0571）8800 1234"),
            ("0571-8800-1234转801", "telephone 0571-8800-1234"), ("010-8800-1234", "telephone 010-8800-1234"),
            ("021 6800 1234", "telephone 021 6800 1234"),
        ])
    func telephones(text: String, expected: String) { #expect(found("某\(text)，") == [expected]) }

    @Test(
        "measures, money, numbers of standards and contracts, rows of scores",
        arguments: [
            "138 001 38000", "13800138-000", "完成产值138 0013 8000元", "投资13800138000元", "清淤13800138000立方米",
            "13800138000 吨", "0001 2345 6789",
            "批号 0125 1234 5678", "得分 1 3 8 0 0 1 3 8 0 0 0 5", "各项得分 1 3 5 7 9 8 6 4 2 1 0", "测点1 3 5 7 9 8 6 4 2 1 0",
            "1 2 3 4 5 6 7 8 9 10 11", "GB/T 13800-2013",
            "DB33/T 1380-2013",
            "K13+800～K13+800",
        ])
    func noTelephones(text: String) { #expect(found("正文\(text)，") == []) }

    @Test("a telephone is one whatever follows it") func telephoneBeforeMoney() {
        #expect(found("手机13800138000元旦休息") == ["mobile 13800138000"])
        #expect(found("某13800138000元旦休息") == ["mobile 13800138000"])
    }

    @Test(
        "accounts under other names of QQ",
        arguments: ["扣扣", "扣扣：", "企鹅号", "QQ 号码：", "扣扣群号 ", "| qq | "])
    func accounts(label: String) { #expect(found("某\(label)123456789，") == ["messenger 123456789"]) }

    @Test(
        "mail addresses with another sign before a host of mailboxes",
        arguments: [
            "zhangsan#163.com", "zhang_san#qq.com", "zhangsan＃126.com", "zhangsan@163点com", "zhangsan#sina.com.cn",
        ])
    func mails(address: String) {
        #expect(found("来信\(address)，") == ["email \(address)"])
        #expect(
            found(
                "来信\(address)，",
                contacts: ["zhangsan@163.com", "zhang_san@qq.com", "zhangsan@126.com", "zhangsan@sina.com.cn"])
                == [])
    }

    @Test(
        "number signs of headings, places and colours",
        arguments: ["# 163.com", "about.md#scoring", "颜色#163", "issue #163.com", "#qq.com", "[x](rules/a.md#art-1)"])
    func noMails(text: String) { #expect(found(text) == []) }
}
