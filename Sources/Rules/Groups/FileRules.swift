import Diagnostics

/// Rules about files as such.
extension Rule {
    package static let fileUnreadable = Rule(
        "file/unreadable", .error, .fixed,
        zh: "文件必须能够读取，编码必须正确。", en: "Files must be readable and rightly encoded.",
        reason: LocalizedText(
            zh: "文字文件用 UTF-8 编码；名单也可以用 GB18030。用“Unicode 文本”或 Excel 工作簿存的名单，请另存为 CSV。",
            en: "Texts are UTF-8; rosters may be GB 18030 as well. Save a workbook or “Unicode text” as CSV."),
        example: RuleExample(.page, wrong: "分层压实\u{0}的做法。\n", right: "分层压实的做法。\n"))
    package static let fileMissing = Rule(
        "file/missing", .error, .fixed,
        zh: "引用的文件必须存在。", en: "A referenced file must exist.",
        reason: LocalizedText(
            zh: "附件、照片、决定等写相对于本文件的路径，大小写也要相同。",
            en: "Attachments, photos and decisions are given by a path relative to the file, in the same letter case."),
        example: RuleExample(
            .file("content/notices/call.md"),
            wrong:
                "---\ntitle: 2020年度申报通知\ndate: 2020-05-15\nkind: call\nedition: 2020\nattachments: [../forms/application/from.txt]\n---\n\n请按时申报。\n",
            right:
                "---\ntitle: 2020年度申报通知\ndate: 2020-05-15\nkind: call\nedition: 2020\nattachments: [../forms/application/form.txt]\n---\n\n请按时申报。\n"
        ))
    package static let fileCase = Rule(
        "file/case", .error,
        zh: "链接中的大小写必须与文件名相同。", en: "A link has the letter case of the file's name.",
        reason: LocalizedText(
            zh: "Windows 不区分大小写，服务器区分：在自己电脑上打得开，发布后找不到。check --fix 可以改正。",
            en:
                "Windows does not tell cases apart and servers do: what opens at home is not found once published. check --fix mends it."
        ),
        basis: LocalizedText(zh: "RFC 3986 第 6.2.2.1 节（路径区分大小写）", en: "RFC 3986, 6.2.2.1 (paths are case-sensitive)"),
        example: RuleExample(.page, wrong: "见[办法](rules/Measures.md)。\n", right: "见[办法](rules/measures.md)。\n"))
    package static let fileSymbolicLink = Rule(
        "file/symbolic-link", .error, .fixed,
        zh: "站点中不得有符号链接。", en: "A site must not hold symbolic links.",
        reason: LocalizedText(
            zh: "链接可能指到站点之外，把不该公开的文件发布出去。请把文件本身放进站点。",
            en:
                "A link may lead out of the site and publish what is not meant for it. Put the file itself into the site."
        ),
        example: RuleExample(.fileName, wrong: "content/photo.txt -> /etc/hostname", right: "content/photo.txt"))
    package static let fileTooLarge = Rule(
        "file/too-large", .error, .fixed,
        zh: "页面不得超过 256 KiB，文件开头的字段不得超过 64 KiB。", en: "A page is at most 256 KiB, its front matter 64 KiB.",
        reason: LocalizedText(
            zh: "一篇成果材料约 10 KiB；大得多的文件多半放错了内容。长篇附件请作为文件提供下载。",
            en: "A write-up has some 10 KiB; a far larger file holds something else. Offer long annexes as downloads."),
        example: RuleExample(
            .pageFields, wrong: "description: " + String(repeating: "长", count: 22_000) + "\n",
            right: "description: 简短的描述。\n")
    )
    package static let fileName = Rule(
        "file/name", .error, .fixed,
        zh: "用作网址的文件名只能有小写字母、数字和 -。", en: "A file name that becomes an address has only a-z, 0-9 and -.",
        reason: LocalizedText(
            zh: "中文、大写字母和空格写进网址后难抄、难念，在不同系统上还会变样。",
            en: "Han characters, capitals and spaces make addresses that are hard to copy and differ between systems."),
        example: RuleExample(
            .fileName, wrong: "content/practices/井周压实.md", right: "content/practices/jingzhou-yashi.md"))
    package static let fileMisplaced = Rule(
        "file/misplaced", .error, .fixed,
        zh: "文件必须放在它的种类所在的位置。", en: "A file must be where its kind belongs.",
        reason: LocalizedText(
            zh: "内容的种类由位置决定：年度在 awards/年份/index.md，名单在 awards/年份/roster.csv。",
            en:
                "Its place decides what a file is: an edition is awards/<year>/index.md, its roster awards/<year>/roster.csv."
        ),
        example: RuleExample(.fileName, wrong: "content/enterprises.yml", right: "content/enterprises.yaml"))
    package static let duplicateURL = Rule(
        "file/duplicate-url", .error, .fixed,
        zh: "两个来源不得使用同一个网址。", en: "Two sources must not have the same address.",
        reason: LocalizedText(
            zh: "一个网址只能有一个页面，否则后写的会盖掉先写的。只差大小写的网址也算相同。",
            en:
                "One address has one page; else one would replace the other. Addresses that differ in case only are the same."
        ),
        example: RuleExample(.pageFields, wrong: "aliases: [/awards/2020/]\n", right: "aliases: [/old/about/]\n"))

    package static let fileEmpty = Rule(
        "file/empty", .error,
        zh: "供下载的文件不得为空。", en: "A file that is offered must not be empty.",
        reason: LocalizedText(
            zh: "多半是保存或复制时中断了，读者下载后打不开。", en: "Mostly it was not saved or copied to its end; nobody can open it."),
        example: RuleExample(.file("content/forms/application/notes.txt"), wrong: "", right: "填写说明\n"))
    package static let fileKind = Rule(
        "file/kind", .error,
        zh: "文件必须是它的后缀所说的格式。", en: "A file must be of the format that its ending names.",
        reason: LocalizedText(
            zh: "把 doc 改名为 docx 打不开，浏览器和手机也会报错。",
            en: "A doc that is renamed to docx cannot be opened; browsers and telephones refuse it as well."),
        example: RuleExample(
            .file("content/forms/application/form.pdf"), wrong: "{\\rtf1 这是 RTF 文件}\n",
            right: smallPDF(info: "")))
    package static let fileMacros = Rule(
        "file/macros", .error, .fixed,
        zh: "供下载的文件不得带宏。", en: "A file that is offered must not hold macros.",
        reason: LocalizedText(
            zh: "宏会在填表人的电脑上运行程序，多数单位的邮件系统也会拦下。",
            en: "Macros run programs on the computer of whoever fills in the form; most mail servers stop them."),
        example: RuleExample(
            .fileName, wrong: "content/forms/application/table.xlsm", right: "content/forms/application/table.csv"))
    package static let fileDamaged = Rule(
        "file/damaged", .error,
        zh: "供下载的文件必须能打开，不设密码。", en: "A file that is offered must open, without a password.",
        reason: LocalizedText(
            zh: "文件没有传完、压缩异常或设了密码，读者打不开，里面的内容也无法检查。",
            en: "What is cut off, packed oddly or locked opens for no reader, and cannot be checked."),
        basis: LocalizedText(
            zh: "ISO/IEC 29500-2（OOXML 的包）；ISO 32000-1（PDF）", en: "ISO/IEC 29500-2 (OOXML packages); ISO 32000-1 (PDF)"),
        example: RuleExample(
            .file("content/forms/application/form.pdf"), wrong: "%PDF-1.7\n", right: smallPDF(info: "")))
    package static let fileOpaque = Rule(
        "file/opaque", .hint,
        zh: "供下载的文件宜用能检查的格式。", en: "A file that is offered should have a format that can be checked.",
        reason: LocalizedText(
            zh: "旧版 Office 和 WPS 专用格式里可能留有手机号码、作者姓名，发布前没有办法发现；手机上也常打不开。",
            en:
                "Old Office and private formats may hold telephone numbers and names that nothing finds before they are published; telephones often cannot open them."
        ),
        example: RuleExample(
            .fileName, wrong: "content/forms/application/notes.wps", right: "content/forms/application/notes.txt"))
    package static let fileActiveContent = Rule(
        "file/active-content", .error, .fixed,
        zh: "内容里不得有会运行的文件。", en: "The content must not hold files that run.",
        reason: LocalizedText(
            zh: "网页、脚本和带脚本的 SVG 会以本站的名义在读者的浏览器里运行；带脚本的 PDF、嵌在文档里的程序和对象会在读者的电脑上运行；程序文件会被安全软件拦下；压缩包里以 ../ 开头的文件会写到别处。",
            en:
                "Pages, scripts and SVG with scripts would run in readers' browsers under the site's name, scripts of PDF files and objects in documents on their computers, and files of archives that begin with ../ would be written elsewhere."
        ),
        basis: LocalizedText(
            zh: "ISO 32000-1 第 12.6.4.16 节（JavaScript）；ISO/IEC 29500-1 第 15.2.10、15.2.11 节",
            en: "ISO 32000-1, 12.6.4.16 (JavaScript); ISO/IEC 29500-1, 15.2.10 and 15.2.11"),
        example: RuleExample(.fileName, wrong: "content/notes.html", right: "content/notes.txt"))
    package static let fileLarge = Rule(
        "file/large", .warning,
        zh: "供下载的文件不宜超过 20 MB。", en: "A file that is offered should have 20 MB at most.",
        reason: LocalizedText(
            zh: "工地上网速慢，大文件下载不完；图片请先压缩。", en: "Connections at building sites are slow; make pictures smaller first."),
        example: RuleExample(
            .file("content/forms/application/data.txt"), wrong: String(repeating: "数据 ", count: 3_100_000),
            right: "数据\n"))

    package static let pictureDamaged = Rule(
        "file/picture-damaged", .error, .fixed,
        zh: "图片必须完整。", en: "A picture must be whole.",
        reason: LocalizedText(
            zh: "没有传完的照片下半截是灰的，有的手机干脆不显示。", en: "A photo that is cut off is grey below, or not shown at all."),
        basis: LocalizedText(zh: "ITU-T T.81（JPEG）；ISO/IEC 15948（PNG）", en: "ITU-T T.81 (JPEG); ISO/IEC 15948 (PNG)"),
        example: RuleExample(
            .file("content/awards/2020/js-002/work.webp"),
            wrong: "RIFF\u{18}\u{0}\u{0}\u{0}WEBPVP8L",
            right: "RIFF\u{18}\u{0}\u{0}\u{0}WEBPVP8L\u{c}\u{0}\u{0}\u{0}/\u{0}\u{0}\u{0}\u{0}(Vf\u{6}\u{0}\u{0}\u{0}"))
    package static let pictureTooLarge = Rule(
        "file/picture-too-large", .error, .fixed,
        zh: "图片不得超过 1.2 亿像素或 64 MB。", en: "A picture has at most 120 megapixels and 64 MB.",
        reason: LocalizedText(
            zh: "几 KB 的文件可以声称有几十亿像素，解开时占满内存；手机照片最多 1 亿像素左右，网页上用到的不超过 1600 像素宽。",
            en:
                "A file of some kilobytes can claim billions of pixels and fill the memory. Telephones take a hundred million at most, and pages show 1,600 across."
        ),
        example: RuleExample(
            .file("content/awards/2020/js-002/work.webp"),
            wrong:
                "RIFF\u{2a}\u{0}\u{0}\u{0}WEBPVP8X\u{a}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}\u{7f}VP8L\u{c}\u{0}\u{0}\u{0}/\u{0}\u{0}\u{0}\u{0}(Vf\u{6}\u{0}\u{0}\u{0}",
            right: "RIFF\u{18}\u{0}\u{0}\u{0}WEBPVP8L\u{c}\u{0}\u{0}\u{0}/\u{0}\u{0}\u{0}\u{0}(Vf\u{6}\u{0}\u{0}\u{0}"))
    package static let pictureFormat = Rule(
        "file/picture-format", .error, .fixed,
        zh: "图片用 JPEG、PNG、WebP、SVG 或 GIF，照片不用动画。",
        en: "Pictures are JPEG, PNG, WebP, SVG or GIF; a photo is not animated.",
        reason: LocalizedText(
            zh: "HEIC、TIFF、BMP 等浏览器不显示，其中的拍摄地点也无法去掉。",
            en: "Browsers do not show HEIC, TIFF or BMP, and what they tell of places cannot be removed."),
        example: RuleExample(
            .fileName, wrong: "content/forms/application/scan.tif", right: "content/forms/application/scan.txt"))

    /// The group of this file.
    static let fileRules: [Rule] = [
        fileUnreadable, fileMissing, fileCase, fileSymbolicLink, fileTooLarge, fileName, fileMisplaced, duplicateURL,
        fileEmpty, fileKind, fileMacros, fileDamaged, fileOpaque, fileActiveContent, fileLarge,
        pictureDamaged, pictureTooLarge, pictureFormat,
    ]
}
