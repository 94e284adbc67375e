import Diagnostics
import Documents
import Fields
import Rules
import Screening
import Values

/// Looks into files that are offered for download: what they say about persons, what runs in them, whether they open.
struct DocumentCheck {
    let path: SitePath
    let kind: FileKind
    let checks: CheckSettings

    /// Documents are no text: findings stand at their beginning and say in words where to look.
    private var place: SourceRange { SourceFile(path: path.text, bytes: []).start }

    func findings(in bytes: [UInt8]) -> [Diagnostic] {
        do {
            let contents = try DocumentReader.contents(of: bytes, named: path.name.lowercased())
            return contents.passages.flatMap(personalData) + people(contents.people)
                + (contents.holdsPosition ? [position] : [])
                + (contents.holdsMacros ? [AttachmentCheck.macros(path, at: place)] : [])
                + first(contents.activeParts, active) + first(contents.strayParts, stray)
                + first(contents.opaqueParts, opaque)
                + Self.lackingPrograms(contents.missingPrograms)
        } catch let problem as DocumentProblem {
            return [finding(about: problem)]
        } catch {
            return [finding(about: .damaged(LocalizedText(zh: "\(error)", en: "\(error)")))]
        }
    }

    /// Findings about the first parts of a list, and one that counts the rest: an archive of a thousand programs is one
    /// mistake.
    private func first(_ parts: [String], _ finding: (String) -> Diagnostic) -> [Diagnostic] {
        let findings = parts.prefix(10).map(finding)
        guard let last = findings.last, parts.count > findings.count else { return findings }
        let count = parts.count - findings.count
        var rest = Diagnostic(
            last.rule, at: place,
            message: LocalizedText(
                zh: "这个文件里这样的内容还有 \(count) 个，没有逐个列出。", en: "\(count) more of these in this file are not listed."))
        rest.count = count
        return findings + [rest]
    }

    /// What a passage holds, each kind once: a list of telephones is one mistake.
    private func personalData(in passage: DocumentContents.Passage) -> [Diagnostic] {
        let text = SourceFile(path: path.text, bytes: Array(passage.text.utf8))
        let found = PersonalDataScan.findings(in: text, contacts: checks.contacts)
        return Dictionary(grouping: found, by: \.rule).sorted { $0.key.name < $1.key.name }.compactMap { rule, found in
            guard let first = found.first, let bytes = first.range?.bytes else { return nil }
            let before = Self.words(before: bytes.lowerBound, of: text.bytes)
            return Diagnostic(
                rule, at: place,
                message: LocalizedText(
                    zh: "文件里（\(passage.place.zh)\(before.map { "，“\($0)”之后" } ?? "")）：\(first.message.zh)",
                    en:
                        "In this file (\(passage.place.en)\(before.map { ", after “\($0)”" } ?? "")): \(first.message.en)"
                ),
                help: LocalizedText(
                    zh: "请在原来的软件中删去，重新保存后再放进站点。",
                    en: "Delete it in the program the file was made with, and save the file again."))
        }
    }

    /// A few words by which the place is found again, without numbers, which may be data about the same person.
    private static func words(before offset: Int, of bytes: [UInt8]) -> String? {
        let line = String(decoding: bytes[..<offset], as: UTF8.self).split(whereSeparator: \.isNewline).last ?? ""
        let words = line.suffix(12).filter { !$0.isNumber && $0 != "@" }
        return words.allSatisfy(\.isWhitespace) ? nil : words.trimmingPrefix(while: \.isWhitespace).description
    }

    private func people(_ people: [DocumentContents.Person]) -> [Diagnostic] {
        var seen: Set<DocumentContents.Person> = []
        return people.filter { checks.isPerson($0.name) && seen.insert($0).inserted }.map { person in
            let role: LocalizedText =
                switch person.role {
                case .author: LocalizedText(zh: "作者", en: "the author")
                case .lastEditor: LocalizedText(zh: "最后保存者", en: "who saved it last")
                case .reviewer: LocalizedText(zh: "批注或修订者", en: "a reviewer")
                case .manager: LocalizedText(zh: "负责人", en: "a manager")
                case .cameraOwner: LocalizedText(zh: "相机所有者", en: "the camera's owner")
                }
            return Diagnostic(
                .documentAuthor, at: place,
                message: LocalizedText(
                    zh: "文件属性里有人名（\(role.zh)：\(Self.masked(person.name))）。",
                    en: "The file's properties name a person (\(role.en): \(Self.masked(person.name)))."),
                help: person.role == .reviewer
                    ? LocalizedText(zh: "请接受全部修订、删去批注后再保存。", en: "Accept all changes and delete the comments.")
                    : LocalizedText(
                        zh: "Word、WPS：“文件－信息－检查文档”中删除属性和个人信息；图片：在“属性－详细信息”中删除。",
                        en: "In Word or WPS remove them with “Inspect Document”; of a picture, in its properties."))
        }
    }

    /// The first character of a name, which the person who made the file recognises.
    private static func masked(_ name: String) -> String { name.prefix(1) + "**" }

    private var position: Diagnostic {
        Diagnostic(
            .photoPosition, at: place,
            message: LocalizedText(
                zh: "图片里记着拍摄地点的经纬度。", en: "The picture tells the latitude and longitude it was taken at."),
            help: LocalizedText(
                zh: "请在“属性－详细信息”中删除位置信息，或在手机相册中去掉位置后再导出。",
                en: "Remove the position in the picture's properties, or export it from the telephone without."))
    }

    private func active(_ part: String) -> Diagnostic {
        guard kind != .zip else { return activeInArchive(part) }
        guard kind == .svg else { return activeInDocument(part) }
        return Diagnostic(
            .fileActiveContent, at: place,
            message: LocalizedText(
                zh: "图片里有会运行或会取外部内容的“\(part)”。", en: "The picture holds “\(part)”, which runs or loads something."),
            help: LocalizedText(zh: "请另存为普通 SVG，或转成 PNG。", en: "Save it as plain SVG, or as PNG."))
    }

    private func activeInArchive(_ part: String) -> Diagnostic {
        Diagnostic(
            .fileActiveContent, at: place,
            message: LocalizedText(
                zh: "压缩包里的“\(part)”会运行，或不在可以发布的种类之内。",
                en: "The archive holds “\(part)”, which runs or is of no kind that may be published."),
            help: LocalizedText(
                zh: "请从压缩包里删去。\(FileKind.published.zh)。", en: "Take it out of the archive. \(FileKind.published.en)."))
    }

    private func stray(_ part: String) -> Diagnostic {
        Diagnostic(
            .fileActiveContent, at: place,
            message: LocalizedText(
                zh: "压缩包里的“\(part)”会解压到别的文件夹里去。",
                en: "The archive holds “\(part)”, which would be unpacked into another folder."),
            help: LocalizedText(
                zh: "请把文件放在一个文件夹里，重新压缩。", en: "Put the files into one folder and make the archive anew."))
    }

    private func opaque(_ part: String) -> Diagnostic {
        Diagnostic(
            .fileOpaque, at: place,
            message: LocalizedText(
                zh: "压缩包里的“\(part)”无法检查。", en: "What “\(part)” in the archive says cannot be checked."),
            help: LocalizedText(
                zh: "请去掉密码，另存为 docx、xlsx、pdf 等格式；压缩包里不要套几层压缩包。",
                en: "Take passwords away and save it as docx, xlsx or pdf; put no archives into archives of archives."))
    }

    /// A file cannot be looked into to its end for want of programs. That is so for all files of its kind and belongs to
    /// none: the finding has no place, and is told once.
    private static func lackingPrograms(_ names: [String]) -> [Diagnostic] {
        guard !names.isEmpty else { return [] }
        let programs = Set(names).sorted()
        return [
            Diagnostic(
                .fileOpaque, at: nil,
                message: LocalizedText(
                    zh: "这台电脑上没有 \(programs.joined(separator: "、"))，PDF 文件里的文字和属性没有全部检查。",
                    en:
                        "This machine lacks \(programs.joined(separator: ", ")): PDF files are not looked into to their end."
                ),
                help: LocalizedText(
                    zh: "请安装 poppler-utils 和 qpdf 两个软件包（script/bootstrap 会安装）。",
                    en: "Install the packages poppler-utils and qpdf, as script/bootstrap does."))
        ]
    }

    private func activeInDocument(_ part: String) -> Diagnostic {
        let isScript = part == "JavaScript" || part == "Launch"
        return Diagnostic(
            .fileActiveContent, at: place,
            message: isScript
                ? LocalizedText(zh: "文件里有会运行的动作（\(part)）。", en: "The file holds an action that runs (\(part)).")
                : LocalizedText(
                    zh: "文件里嵌着另一个程序的文件“\(part)”。", en: "The file holds a file of another program, “\(part)”."),
            help: isScript
                ? LocalizedText(zh: "请重新导出不带脚本和动作的 PDF。", en: "Export it again as PDF without scripts and actions.")
                : LocalizedText(
                    zh: "请删去嵌入的对象；要提供的文件请单独放进站点。",
                    en: "Delete the embedded object; offer a file that is meant to be there by itself."))
    }

    /// The finding about a document that could not be read.
    func finding(about problem: DocumentProblem) -> Diagnostic {
        switch problem {
        case .damaged(let reason):
            Diagnostic(
                .fileDamaged, at: place,
                message: LocalizedText(zh: "文件打不开：\(reason.zh)。", en: "The file cannot be opened: \(reason.en)."),
                help: LocalizedText(zh: "请用原来的软件打开并重新保存。", en: "Open it in its program and save it again."))
        case .encrypted:
            Diagnostic(
                .fileDamaged, at: place,
                message: LocalizedText(
                    zh: "文件要密码才能打开，或是改了名的旧版 Office 文件。",
                    en: "The file asks for a password, or is an old Office file under a new name."),
                help: LocalizedText(zh: "请去掉密码后另存为新格式。", en: "Take the password away and save it in the new format."))
        case .excessive(let reason):
            Diagnostic(
                .fileDamaged, at: place,
                message: LocalizedText(
                    zh: "文件不像正常的表格或资料：\(reason.zh)。", en: "The file is not like any form or table: \(reason.en)."),
                help: LocalizedText(zh: "请用原来的软件重新制作。", en: "Make it anew in its program."))
        case .opaque:
            Diagnostic(
                .fileOpaque, at: place,
                message: LocalizedText(
                    zh: "这种格式里的文字和属性无法检查。", en: "What a file of this format says cannot be checked."),
                help: LocalizedText(
                    zh: "请另存为 docx、xlsx、pptx、pdf 或 ofd；压缩包里不要再放压缩包。",
                    en: "Save it as docx, xlsx, pptx, pdf or ofd; put no archive into an archive."))
        }
    }
}
