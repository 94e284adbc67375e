import Diagnostics

/// Rules that keep data about persons out of the site. The values found are masked in every message.
extension Rule {
    private static let law = LocalizedText(
        zh: "个人信息保护法第六条、第二十五条", en: "Personal Information Protection Law, Art. 6 and 25")

    package static let mobileNumber = Rule(
        "privacy/mobile", .error,
        zh: "内容中不得有手机号码。", en: "No mobile telephone number stands in the content.",
        reason: LocalizedText(
            zh: "请删去，或改写部门的固定电话。确需公开的部门号码写进 site.config 的“检查”下的“公开联系方式”。",
            en:
                "Delete it, or give the office's line. Numbers of offices that are public stand under contacts in site.config."
        ),
        basis: law, example: RuleExample(.page, wrong: "联系电话：13523333233。\n", right: "请与班组建设工作办公室联系。\n"))
    package static let identityNumber = Rule(
        "privacy/id-number", .error,
        zh: "内容中不得有身份证、护照等证件的号码。", en: "No number of an identity card, passport or permit stands in the content.",
        reason: LocalizedText(
            zh: "请删去；表彰和培训名单也不需要它。身份证号码凭校验码认出，校验码不对的和护照、通行证、军官证的号码凭前面的词认出。",
            en:
                "Delete it; no list of honours or trainings needs it. Identity numbers are told by their check digit; those without one, and numbers of passports and permits, by the word before them."
        ),
        basis: LocalizedText(
            zh: "个人信息保护法第二十八条；GB 11643-1999（校验码）",
            en: "Personal Information Protection Law, Art. 28; GB 11643-1999 (check digit)"),
        example: RuleExample(.page, wrong: "身份证号：11010119000101009X。\n", right: "培训记录由企业保存。\n"))
    package static let bankCard = Rule(
        "privacy/bank-card", .error,
        zh: "内容中不得有银行卡号。", en: "No bank card number stands in the content.",
        reason: LocalizedText(
            zh: "请删去；收款信息只写在通知附件的盖章件里。62 开头的号码，前面有卡号、账号等字样的，校验位不对也算。",
            en:
                "Delete it; accounts belong in sealed documents. A number that begins with 62 behind a word for a card or account is one whatever its check digit."
        ),
        basis: LocalizedText(
            zh: "个人信息保护法第二十八条；ISO/IEC 7812（校验位）",
            en: "Personal Information Protection Law, Art. 28; ISO/IEC 7812 (check digit)"),
        example: RuleExample(.page, wrong: "卡号：6225880123456783。\n", right: "款项由企业统一办理。\n"))
    package static let emailAddress = Rule(
        "privacy/email", .error,
        zh: "内容中不得有邮箱，公开的部门邮箱除外。", en: "No e-mail address stands in the content, except published ones of offices.",
        reason: LocalizedText(
            zh: "个人邮箱请删去；部门邮箱写进 site.config 的“检查”下的“公开联系方式”。",
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
            zh: "部门电话写进 site.config 的“检查”下的“公开联系方式”之后不再提示；个人电话请删去。",
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
        zh: "供下载的文件里，图片不得记有拍摄地点。", en: "A picture in a download must not tell where it was taken.",
        reason: LocalizedText(
            zh: "手机照片会记下经纬度，能精确到门牌；放进 Word 文件、压缩包里的照片也带着。请先删除位置信息。",
            en:
                "Photos of telephones tell latitude and longitude, to the very door, also inside Word files and archives. Remove them first."
        ),
        basis: LocalizedText(
            zh: "个人信息保护法第二十八条（行踪轨迹）；CIPA DC-008（Exif）第 4.6.6 节",
            en: "Personal Information Protection Law, Art. 28 (whereabouts); CIPA DC-008 (Exif), 4.6.6"),
        example: RuleExample(
            .file("content/forms/application/pictures.zip"),
            wrong:
                "PK\u{3}\u{4}\u{14}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}!\u{0}a$y|4\u{0}\u{0}\u{0}4\u{0}\u{0}\u{0}\u{9}\u{0}\u{0}\u{0}work.webpRIFF,\u{0}\u{0}\u{0}WEBPXMP  \u{0}\u{0}\u{0}<x GPSLatitude=\"30,15N\" T=\"1\" />PK\u{1}\u{2}\u{14}\u{0}\u{14}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}!\u{0}a$y|4\u{0}\u{0}\u{0}4\u{0}\u{0}\u{0}\u{9}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}work.webpPK\u{5}\u{6}\u{0}\u{0}\u{0}\u{0}\u{1}\u{0}\u{1}\u{0}7\u{0}\u{0}\u{0}[\u{0}\u{0}\u{0}\u{0}\u{0}",
            right:
                "PK\u{3}\u{4}\u{14}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}!\u{0}>K\u{1a}Z \u{0}\u{0}\u{0} \u{0}\u{0}\u{0}\u{9}\u{0}\u{0}\u{0}work.webpRIFF\u{18}\u{0}\u{0}\u{0}WEBPXMP \u{c}\u{0}\u{0}\u{0}<x T=\"0\"  />PK\u{1}\u{2}\u{14}\u{0}\u{14}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}!\u{0}>K\u{1a}Z \u{0}\u{0}\u{0} \u{0}\u{0}\u{0}\u{9}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}work.webpPK\u{5}\u{6}\u{0}\u{0}\u{0}\u{0}\u{1}\u{0}\u{1}\u{0}7\u{0}\u{0}\u{0}G\u{0}\u{0}\u{0}\u{0}\u{0}"
        ))
    package static let photoConsent = Rule(
        "privacy/photo-consent", .error,
        zh: "能认出人物的照片须有本人的单独同意。", en: "A photo in which people can be recognised needs their separate consent.",
        reason: LocalizedText(
            zh: "公开他人的肖像须经本人单独同意；同意的日期写在“同意”里，同意书由班组所在企业保存。",
            en:
                "Who shows somebody's picture needs their consent to that alone; its day is noted, the paper stays with the enterprise."
        ),
        basis: LocalizedText(
            zh: "民法典第一千零一十九条；个人信息保护法第二十五条", en: "Civil Code, Art. 1019; Personal Information Protection Law, Art. 25"),
        example: RuleExample(
            .writeUpFields, wrong: "photos:\n  - {file: site.png, alt: 班组在现场开班前会, people: true}\n",
            right: "photos:\n  - {file: site.png, alt: 班组在现场开班前会, people: true}\nconsent: {photos: 2020-03-01}\n"))
    package static let originalPosition = Rule(
        "privacy/photo-original", .hint,
        zh: "原图里不宜记有拍摄地点。", en: "The original of a picture should not tell where it was taken.",
        reason: LocalizedText(
            zh: "发布的图片由程序重新生成，不带任何拍摄信息；原图仍留在站点文件夹里，文件夹公开或转交时会带出去。",
            en:
                "What is published is made anew and tells nothing; the original stays in the site's folder and goes along when that is given away."
        ),
        basis: LocalizedText(
            zh: "个人信息保护法第二十八条（行踪轨迹）；CIPA DC-008（Exif）第 4.6.6 节",
            en: "Personal Information Protection Law, Art. 28 (whereabouts); CIPA DC-008 (Exif), 4.6.6"),
        example: RuleExample(
            .file("content/awards/2020/js-002/work.webp"),
            wrong:
                "RIFFL\u{0}\u{0}\u{0}WEBPVP8X\u{a}\u{0}\u{0}\u{0}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}VP8L\u{c}\u{0}\u{0}\u{0}/\u{0}\u{0}\u{0}\u{0}(Vf\u{6}\u{0}\u{0}\u{0}XMP \u{1a}\u{0}\u{0}\u{0}<x GPSLatitude=\"30,15N\" />",
            right:
                "RIFFL\u{0}\u{0}\u{0}WEBPVP8X\u{a}\u{0}\u{0}\u{0}\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}VP8L\u{c}\u{0}\u{0}\u{0}/\u{0}\u{0}\u{0}\u{0}(Vf\u{6}\u{0}\u{0}\u{0}XMP \u{1a}\u{0}\u{0}\u{0}<x Title=\"Sample text\" /> "
        ))
    package static let streetAddress = Rule(
        "privacy/address", .error,
        zh: "内容中不得有个人的住址或收件地址。", en: "No home or delivery address of a person stands in the content.",
        reason: LocalizedText(
            zh: "“住址”“收件地址”“联系人”之后的门牌地址，和“地址”之后的住宅门牌（几单元、小区几室）请删去；公开的办公地址写进 site.config 的“检查”下的“公开联系方式”。",
            en:
                "Delete addresses behind words such as “home address” or a contact's name, and those of dwellings; public office addresses stand under contacts in site.config."
        ),
        basis: law,
        example: RuleExample(
            .page, wrong: "收件地址：杭州市样例区文苑路12号3幢402室。\n", right: "材料请寄班组建设工作办公室。\n"))

    package static let birthDate = Rule(
        "privacy/birth-date", .warning,
        zh: "内容中不应有个人的出生日期。", en: "No person's date of birth should stand in the content.",
        reason: LocalizedText(
            zh: "“出生年月”之后、“出生”“生”之前的年月请删去；介绍人物需要年龄的，写年代即可（如“70 后”）。",
            en:
                "Delete days and months of birth, which words such as “date of birth” announce; where an age matters, a decade says enough."
        ),
        basis: law, example: RuleExample(.page, wrong: "班组长，1985年3月出生。\n", right: "班组长从业二十年。\n"))

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
        photoPosition, photoConsent, originalPosition, streetAddress, birthDate,
    ]
}
