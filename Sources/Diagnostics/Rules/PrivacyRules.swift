/// Rules that keep data about persons out of the site. The values found are masked in every message.
extension Rule {
    private static let law = LocalizedText(
        zh: "个人信息保护法第六条、第二十五条", en: "Personal Information Protection Law, Art. 6 and 25")

    package static let mobileNumber = Rule(
        "privacy/mobile", .error,
        zh: "内容中不得有手机号码。", en: "No mobile telephone number stands in the content.",
        reason: LocalizedText(
            zh: "请删去，或改写部门的固定电话。确需公开的部门号码写进 site.config 的 contacts。",
            en:
                "Delete it, or give the office's line. Numbers of offices that are public stand under contacts in site.config."
        ),
        basis: law, example: RuleExample(.page, wrong: "联系电话：13523333233。\n", right: "请与班组建设工作办公室联系。\n"))
    package static let identityNumber = Rule(
        "privacy/id-number", .error,
        zh: "内容中不得有居民身份证号码。", en: "No resident identity number stands in the content.",
        reason: LocalizedText(zh: "请删去；表彰和培训名单也不需要它。", en: "Delete it; no list of honours or trainings needs it."),
        basis: LocalizedText(
            zh: "个人信息保护法第二十八条；GB 11643-1999（校验码）",
            en: "Personal Information Protection Law, Art. 28; GB 11643-1999 (check digit)"),
        example: RuleExample(.page, wrong: "身份证号：11010119000101009X。\n", right: "培训记录由企业保存。\n"))
    package static let bankCard = Rule(
        "privacy/bank-card", .error,
        zh: "内容中不得有银行卡号。", en: "No bank card number stands in the content.",
        reason: LocalizedText(zh: "请删去；收款信息只写在通知附件的盖章件里。", en: "Delete it; accounts belong in sealed documents."),
        basis: LocalizedText(
            zh: "个人信息保护法第二十八条；ISO/IEC 7812（校验位）",
            en: "Personal Information Protection Law, Art. 28; ISO/IEC 7812 (check digit)"),
        example: RuleExample(.page, wrong: "卡号：6225880123456783。\n", right: "款项由企业统一办理。\n"))
    package static let emailAddress = Rule(
        "privacy/email", .error,
        zh: "内容中不得有邮箱，公开的部门邮箱除外。", en: "No e-mail address stands in the content, except published ones of offices.",
        reason: LocalizedText(
            zh: "个人邮箱请删去；部门邮箱写进 site.config 的 contacts。",
            en: "Delete personal addresses; those of offices stand under contacts in site.config."),
        basis: law, example: RuleExample(.page, wrong: "来信请寄 banzu@example.com。\n", right: "来信请寄班组建设工作办公室。\n"))
    package static let messengerAccount = Rule(
        "privacy/messenger", .error,
        zh: "内容中不得有 QQ 号或微信号。", en: "No QQ or WeChat account stands in the content.",
        reason: LocalizedText(zh: "请删去，改写部门。", en: "Delete it and name the office instead."),
        basis: law, example: RuleExample(.page, wrong: "QQ：123456789。\n", right: "请与班组建设工作办公室联系。\n"))
    package static let telephoneNumber = Rule(
        "privacy/telephone", .warning,
        zh: "固定电话须是公开的部门电话。", en: "A fixed line must be a published one of an office.",
        reason: LocalizedText(
            zh: "部门电话写进 site.config 的 contacts 之后不再提示；个人电话请删去。",
            en: "List an office's line under contacts in site.config; delete a person's."),
        basis: law, example: RuleExample(.page, wrong: "电话：010-12345678。\n", right: "请与班组建设工作办公室联系。\n"))

    /// The group of this file.
    static let privacyRules: [Rule] = [
        mobileNumber, identityNumber, bankCard, emailAddress, messengerAccount, telephoneNumber,
    ]
}
