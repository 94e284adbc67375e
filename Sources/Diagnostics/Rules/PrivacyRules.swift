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

    package static let documentAuthor = Rule(
        "privacy/author", .warning,
        zh: "供下载的文件和图片的属性里不应有人名。", en: "The properties of files and pictures should name no person.",
        reason: LocalizedText(
            zh: "办公软件会把电脑用户的姓名写进文件，谁下载都看得到。保存前用“检查文档”删除；单位名称可以保留。",
            en:
                "Office programs write the computer user's name into files, where everybody finds it. Remove it with “Inspect Document”; names of organisations may stay."
        ),
        basis: law,
        example: RuleExample(
            .file("content/forms/application/form.pdf"), wrong: smallPDF(info: "/Author(Zhang San)"),
            right: smallPDF(info: "/Author(Sample Association)")))
    package static let photoPosition = Rule(
        "privacy/photo-place", .error,
        zh: "图片里不得记有拍摄地点。", en: "A picture must not tell where it was taken.",
        reason: LocalizedText(
            zh: "手机照片会记下经纬度，能精确到门牌。请删除位置信息后再放进站点。",
            en: "Photos of telephones tell latitude and longitude, to the very door. Remove them first."),
        basis: LocalizedText(
            zh: "个人信息保护法第二十八条（行踪轨迹）；CIPA DC-008（Exif）第 4.6.6 节",
            en: "Personal Information Protection Law, Art. 28 (whereabouts); CIPA DC-008 (Exif), 4.6.6"),
        example: RuleExample(
            .file("content/awards/2020/js-002/work.webp"),
            wrong: "RIFF\u{28}\u{0}\u{0}\u{0}WEBPXMP \u{1c}\u{0}\u{0}\u{0}<x GPSLatitude=\"30,15N\" />  ",
            right: "RIFF\u{28}\u{0}\u{0}\u{0}WEBPXMP \u{1c}\u{0}\u{0}\u{0}<x Title=\"Sample text\" />   "))
    package static let streetAddress = Rule(
        "privacy/address", .error,
        zh: "内容中不得有个人的住址或收件地址。", en: "No home or delivery address of a person stands in the content.",
        reason: LocalizedText(
            zh: "“住址”“收件地址”“联系人”之后的门牌地址请删去；公开的办公地址写进 site.config 的 contacts。",
            en:
                "Delete addresses behind words such as “home address” or a contact's name; public office addresses stand under contacts in site.config."
        ),
        basis: law,
        example: RuleExample(
            .page, wrong: "收件地址：杭州市样例区文苑路12号3幢402室。\n", right: "材料请寄班组建设工作办公室。\n"))

    /// The smallest PDF file that opens.
    static func smallPDF(info: String) -> String {
        """
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
        4 0 obj <<\(info)>> endobj
        trailer <</Root 1 0 R/Info 4 0 R>>
        %%EOF

        """
    }

    /// The group of this file.
    static let privacyRules: [Rule] = [
        mobileNumber, identityNumber, bankCard, emailAddress, messengerAccount, telephoneNumber, documentAuthor,
        photoPosition, streetAddress,
    ]
}
