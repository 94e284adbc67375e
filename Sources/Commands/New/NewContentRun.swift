import Content
import Diagnostics
import FileSystem
import Foundation
import History
import Pipeline
import Scaffolding
import Values

/// `new`: writes beginnings of content, and says what to do next.
struct NewContentRun {
    let session: SiteSession
    private let recorder: ChangeRecorder

    init(session: SiteSession) {
        self.session = session
        recorder = ChangeRecorder(session)
    }

    static func site(
        folder: String, language: SiteLanguage, themes: String?, in context: CommandContext
    ) throws {
        let words = context.language(nil, site: language)
        let target = SiteFolder(context.path(folder))
        guard target.isEmpty else {
            throw context.failure(
                LocalizedText(zh: "\(folder) 不是空文件夹，没有改动。", en: "\(folder) is no empty folder; it was not touched."),
                code: 2, words: words)
        }
        let places = themes.map { [context.path($0)] } ?? ThemeFolders.places()
        guard let source = places.first(where: ThemeFolders.holdsThemes) else {
            let list = (themes.map { [$0] } ?? places).map { "\n  \($0)" }.joined()
            throw context.failure(
                LocalizedText(
                    zh: "找不到主题（文件夹里应有 default/theme.yaml），看过这些地方：\(list)",
                    en: "No themes were found, with a default/theme.yaml in their folder. Looked at:\(list)"),
                help: LocalizedText(
                    zh: "请把 themes 文件夹放在程序旁边，或用 --themes 指定它。",
                    en: "Put the folder themes beside the program, or name it with --themes."),
                code: 2, words: words)
        }
        do {
            for file in SampleSite(language: language, today: try context.today()).files {
                try target.create(file.path, file.bytes)
            }
            for (path, bytes) in try ThemeFolders.files(in: source) { try target.create("themes/" + path, bytes) }
        } catch let error as WritingError {
            throw context.failure(error.message, code: 73, words: words)
        }
        let session = SiteSession(SiteChoice(folder: folder), in: context)
        do {
            try SiteHistory(site: session.folder).notice(at: context.seconds)
        } catch let error as HistoryError {
            session.warn(of: error, site: language)
        }
        context.say(
            LocalizedText(
                zh:
                    "已建好 \(folder)。接下来：\n  showcase serve --source \(folder) --open\n  showcase build --source \(folder)",
                en:
                    "Made \(folder). Next:\n  showcase serve --source \(folder) --open\n  showcase build --source \(folder)"
            )[words] + "\n")
    }

    func edition(year: Int, from older: Int?) throws {
        let content = try session.content()
        let model = try older.map { older in
            guard let edition = content.editions.first(where: { $0.year.value == older }) else {
                throw failure(
                    LocalizedText(zh: "没有 \(older) 年度。", en: "There is no edition \(older)."), code: 2, content)
            }
            return edition
        }
        let files = try scaffold(content).edition(
            year: year, honor: content.configuration.honorName, like: model)
        // An import may have made the roster already.
        let roster = "content/awards/\(year)/roster.csv"
        let isThere = SiteFolder(session.folder).holds(roster)
        try write(
            files.filter { !isThere || $0.path != roster },
            LocalizedText(zh: "新建 \(year) 年度", en: "Began the edition of \(year)"), content)
        if isThere {
            say(
                LocalizedText(zh: "\(roster) 已经存在，没有改动。", en: "\(roster) is there already and was left alone."),
                content)
        }
        say(
            LocalizedText(
                zh: "接下来可以导入名单：showcase import roster 名单.xlsx --year \(year)",
                en: "A result table goes in with: showcase import roster FILE.xlsx --year \(year)"), content)
    }

    func writeUp(team: String, hasFolder: Bool, title: String?) throws {
        let content = try session.content()
        let parts = team.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let year = Int(parts[0]), (1900...2199).contains(year),
            let id = TeamID(String(parts[1]))
        else {
            throw failure(
                LocalizedText(
                    zh: "“\(team)”应写成“年度/编号”，如 2022/zj-003。", en: "Write “\(team)” as year/id, such as 2022/zj-003."),
                code: 2, content)
        }
        let row = content.editions.first { $0.year.value == year }?.roster.first { $0.id.value == id }
        // One team has one write-up, be it a file or a folder.
        let other = "content/awards/\(year)/\(id)" + (hasFolder ? ".md" : "/index.md")
        guard !SiteFolder(session.folder).holds(other) else {
            throw failure(WritingError.exists(other).message, code: 2, content)
        }
        try write(
            [
                try scaffold(content).writeUp(
                    year: year, id: id.text, title: title ?? row?.team.value ?? id.text, hasFolder: hasFolder)
            ], LocalizedText(zh: "新建成果材料 \(year)/\(id)", en: "Began the write-up \(year)/\(id)"), content)
        if row == nil {
            say(
                LocalizedText(
                    zh: "\(year) 年度的名单中还没有编号 \(id)，请在生成前加入。",
                    en: "The roster of \(year) has no id \(id) yet: add it before a build."),
                content)
        }
    }

    /// - Parameter make: the files of a page with a part of an address.
    func page(named name: String, _ make: (Scaffold, _ slug: String) -> [Scaffold.File]) throws {
        let content = try session.content()
        guard let slug = AddressName.slug(of: name) else {
            throw failure(
                LocalizedText(
                    zh: "名称“\(name)”不能用作网址，请用汉字、字母或数字，不带 /。",
                    en: "The name “\(name)” cannot stand in an address: use letters and digits, without a slash."),
                code: 2, content)
        }
        let files = make(try scaffold(content), slug)
        let path = files.first?.path ?? slug
        try write(files, LocalizedText(zh: "新建 \(path)", en: "Began \(path)"), content)
        guard slug != name else { return }
        say(
            LocalizedText(
                zh: "“\(name)”在网址中写作 \(slug)；要用别的，发布前改文件名即可。",
                en: "“\(name)” is \(slug) in the address; for another, rename the file before it is published."),
            content)
    }

    // MARK: Steps

    private func scaffold(_ content: SiteContent) throws -> Scaffold {
        Scaffold(language: content.configuration.language, today: try session.context.today())
    }

    /// Writes all files, or none when one of them is there already.
    ///
    /// - Parameter sentence: what the history says of it.
    private func write(_ files: [Scaffold.File], _ sentence: LocalizedText, _ content: SiteContent) throws {
        let folder = recorder.folder
        defer { recorder.record(sentence, site: content.configuration.language) }
        if let file = files.first(where: { folder.holds($0.path) }) {
            throw failure(WritingError.exists(file.path).message, code: 2, content)
        }
        do {
            for file in files {
                try folder.create(file.path, file.bytes)
                say(LocalizedText(zh: "已新建 \(file.path)。", en: "Made \(file.path)."), content)
            }
        } catch let error as WritingError {
            throw failure(error.message, code: 73, content)
        }
    }

    private func failure(_ message: LocalizedText, code: Int32, _ content: SiteContent) -> CommandFailure {
        session.failure(message, code: code, site: content.configuration.language)
    }

    private func say(_ text: LocalizedText, _ content: SiteContent) {
        session.context.say(text[session.language(of: content.configuration.language)] + "\n")
    }
}
