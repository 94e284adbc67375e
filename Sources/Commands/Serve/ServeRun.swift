import CFileSystem
import Desk
import Diagnostics
@preconcurrency import Dispatch
import FileSystem
import Foundation
import History
import Preview
import PreviewServer
import Synchronization
import Watching

/// `serve`: a preview of the site while it is edited.
package struct ServeSite: Command {
    package var request: SiteRequest
    package var server: PreviewConfiguration
    /// The address that was asked for beside this computer.
    package var address: String?
    /// How changes of files are noticed.
    package var watching: SourceWatcher.Mode
    /// Whether pages are served as they would be published, with nothing added.
    package var isBare: Bool
    /// Whether the desk writes nothing.
    package var isReadOnly: Bool
    /// Whether the site is opened in the browser.
    package var opensBrowser: Bool

    /// - Parameters:
    ///   - address: the one that was asked for beside this computer.
    ///   - watching: how changes of files are noticed.
    ///   - isBare: whether pages are served as they would be published, with nothing added.
    ///   - isReadOnly: whether the desk writes nothing.
    ///   - opensBrowser: whether the site is opened in the browser.
    package init(
        _ request: SiteRequest, server: PreviewConfiguration, address: String?, watching: SourceWatcher.Mode,
        isBare: Bool, isReadOnly: Bool = false, opensBrowser: Bool
    ) {
        self.isReadOnly = isReadOnly
        self.request = request
        self.server = server
        self.address = address
        self.watching = watching
        self.isBare = isBare
        self.opensBrowser = opensBrowser
    }

    package func run(in context: CommandContext) throws {
        let build = try request.buildOptions(output: "", isDryRun: true, in: context)
        let words = context.language(request.site.language, site: nil)
        var options = RunningPreview.Options(
            folder: context.path(request.site.folder), build: build, server: server, watching: watching,
            language: context.statedLanguage(request.site.language), isBare: isBare,
            editor: editor(in: context, words: words))
        options.isReadOnly = isReadOnly
        let (folder, account) = (options.folder, context.account)
        options.beginUpload = { try UploadFile(of: SiteFolder(folder)) }
        options.desk = { session, token in
            let desk = DeskRequests.Context(
                folder: folder, now: { context.seconds }, account: account, isReadOnly: token == nil)
            return DeskPages(
                DeskRequests(session: session, context: desk, vendors: .installed), token: token)
        }
        try ServeRun(options: options, words: words, opensBrowser: opensBrowser, context: context).run(address: address)
    }

    /// What `SHOWCASE_EDITOR` names. A mistake in it is told and does not keep anybody from the preview.
    private func editor(in context: CommandContext, words: MessageLanguage) -> EditorCommand? {
        guard let text = context.variables[EditorCommand.variable] else { return nil }
        do {
            return try EditorCommand(text, path: context.variables["PATH"] ?? "")
        } catch {
            context.say(error.message[words] + "\n")
            return nil
        }
    }
}

/// Runs a preview until a person ends it, and tells the terminal what happens.
struct ServeRun: Sendable {
    let options: RunningPreview.Options
    let words: MessageLanguage
    let opensBrowser: Bool
    let context: CommandContext

    /// - Parameter address: the address that was asked for beside this computer.
    func run(address: String?) throws {
        // A preview lives for hours: heaps that each keep what they once needed would be its largest part.
        showcase_limit_heaps(2)
        let preview: RunningPreview
        do {
            preview = try RunningPreview(options)
        } catch {
            write(LocalizedText(zh: "无法监视文件：\(error)", en: "The files cannot be watched: \(error)"))
            throw CommandFailure.ended(code: 70)
        }
        let ending = Ending()
        let keyboard = Keyboard()
        let status = Status()
        let recorder = EditRecorder(
            SiteHistory(site: options.folder), now: { context.seconds },
            tell: { [folder = options.folder] error in
                let error = error.onDisk(of: folder)
                write(
                    LocalizedText(
                        zh: "改动没有记入修改记录：\(error.message.zh)",
                        en: "The history does not know what is changed: \(error.message.en)"))
            })
        Task {
            do {
                let port = try await preview.start { report in
                    tell(report)
                    if case .change = report { recorder.changed() }
                }
                let url = "http://\(address.map(Self.host) ?? "localhost"):\(port)/"
                greet(url, isPublic: address != nil, hasKeys: keyboard != nil)
                if opensBrowser { context.openAddress(url) }
                keyboard?.begin { key in
                    switch key {
                    case "o": context.openAddress(url)
                    case "r": preview.reread()
                    case "c": Task { await preview.check { tell($0) } }
                    case "q": ending.end()
                    default: break
                    }
                }
            } catch let error as PreviewServerError {
                write(error.message)
                if case .portInUse = error {
                    write(LocalizedText(zh: "用 --port 0 可以任选一个空闲端口。", en: "--port 0 takes any that is free."))
                }
                status.fail()
                ending.end()
            } catch {
                write(LocalizedText(zh: "无法启动预览：\(error)", en: "The preview cannot be started: \(error)"))
                status.fail()
                ending.end()
            }
        }
        ending.wait()
        keyboard?.end()
        guard !status.hasFailed else { throw CommandFailure.ended(code: 2) }
        let stopped = DispatchSemaphore(value: 0)
        Task {
            await preview.stop()
            await recorder.end()
            stopped.signal()
        }
        // Whoever ends the preview does not wait for a page that is being made.
        _ = stopped.wait(timeout: .now() + .milliseconds(500))
    }

    private static func host(_ address: String) -> String { address.contains(":") ? "[\(address)]" : address }

    private func greet(_ url: String, isPublic: Bool, hasKeys: Bool) {
        write(LocalizedText(zh: "预览：\(url)", en: "Preview: \(url)"))
        write(LocalizedText(zh: "编辑台：\(url)_showcase/　按 Ctrl-C 结束", en: "Desk: \(url)_showcase/  Ctrl-C ends it"))
        if hasKeys {
            write(
                LocalizedText(
                    zh: "按键：o 打开浏览器，r 重新读取，c 马上检查，q 结束", en: "Keys: o browser, r read again, c check now, q quit"))
        }
        if isPublic {
            write(
                LocalizedText(
                    zh: "注意：这个地址可以从别的电脑访问，草稿也会被看到。",
                    en: "Note: other computers can reach this address and see drafts as well."))
            guard options.editor != nil else { return }
            write(
                LocalizedText(
                    zh: "因此点击不会打开编辑器，只复制位置。", en: "Therefore a click does not open the editor but copies the place."))
        }
    }

    private func tell(_ report: RunningPreview.Report) {
        switch report {
        case .change(let change): tell(change)
        case .checked(let state):
            let (errors, warnings) = (state.report.count(of: .error), state.report.count(of: .warning))
            let pages = state.changedPages.map {
                LocalizedText(zh: "\($0) 个页面有变化，", en: "\($0.counting("page")) changed, ")
            }
            write(
                LocalizedText(
                    zh: "检查完毕：\(pages?.zh ?? "")错误 \(errors) 个，警告 \(warnings) 个",
                    en: "Checked: \(pages?.en ?? "")\(errors.counting("error")), \(warnings.counting("warning"))"))
        case .polling(let notice):
            let setting = notice.setting.map { LocalizedText(zh: "（可调大 \($0)）", en: " (raise \($0))") }
            write(
                LocalizedText(
                    zh: "系统不能通知文件改动\(setting?.zh ?? "")，改为每秒查看一次。",
                    en: "The system cannot tell of changes\(setting?.en ?? ""); looking every second instead."))
        }
    }

    /// Tells of a change at once. How many pages it changed is known when all have been made, which the checks do.
    private func tell(_ change: PreviewChange) {
        let files =
            change.paths.isEmpty
            ? LocalizedText(zh: "站点", en: "site")
            : change.paths.count <= 3
                ? LocalizedText(zh: change.paths.joined(separator: "，"), en: change.paths.joined(separator: ", "))
                : LocalizedText(
                    zh: "\(change.paths[0]) 等 \(change.paths.count) 个文件",
                    en: "\(change.paths[0]) and \(change.paths.count - 1) more files")
        let time =
            change.duration.components.seconds * 1000 + change.duration.components.attoseconds / 1_000_000_000_000_000
        let errors = change.state.report.count(of: .error)
        let stale = change.state.isStale ? LocalizedText(zh: "，仍显示上一版", en: ", still showing the last version") : nil
        write(
            LocalizedText(
                zh: "\(files.zh) → \(time) 毫秒" + (errors > 0 ? "，错误 \(errors) 个" : "")
                    + (stale?.zh ?? ""),
                en: "\(files.en) → \(time) ms" + (errors > 0 ? ", errors: \(errors)" : "")
                    + (stale?.en ?? "")))
    }

    private func write(_ text: LocalizedText) { context.say(text[words] + "\n") }
}

/// Whether something went wrong, told from one task to another.
private final class Status: Sendable {
    private let failure = Mutex(false)

    var hasFailed: Bool { failure.withLock { $0 } }

    func fail() { failure.withLock { $0 = true } }
}
