import Diagnostics
import Rules

/// What is said about data that was found. The value itself is not repeated.
package enum PersonalDataFinding {
    /// What a rule looks for, in words.
    package static func name(of rule: Rule) -> LocalizedText {
        switch rule {
        case .mobileNumber: LocalizedText(zh: "手机号码", en: "a mobile telephone number")
        case .identityNumber: LocalizedText(zh: "身份证或护照等证件的号码", en: "a number of an identity card or passport")
        case .bankCard: LocalizedText(zh: "银行卡号", en: "a bank card number")
        case .emailAddress: LocalizedText(zh: "邮箱", en: "an e-mail address")
        case .streetAddress: LocalizedText(zh: "个人的住址或收件地址", en: "a person's home or delivery address")
        case .birthDate: LocalizedText(zh: "个人的出生日期", en: "a person's date of birth")
        case .messengerAccount: LocalizedText(zh: " QQ 号或微信号", en: "a QQ or WeChat account")
        default: LocalizedText(zh: "没有列为公开的电话", en: "a telephone number that is not listed as public")
        }
    }

    package static func diagnostic(_ rule: Rule, at range: SourceRange) -> Diagnostic {
        let name = name(of: rule)
        // What no office has.
        let isOfPersons = [.identityNumber, .bankCard, .birthDate].contains(rule)
        return Diagnostic(
            rule, at: range, message: LocalizedText(zh: "这里像是\(name.zh)。", en: "This looks like \(name.en)."),
            help: LocalizedText(
                zh: isOfPersons
                    ? "请删去。" : "请删去；公开的部门联系方式写进 site.config 的“检查”下的“公开联系方式”。",
                en: isOfPersons
                    ? "Delete it."
                    : "Delete it; contacts of offices that are public stand in site.config under checks: contacts."))
    }
}
