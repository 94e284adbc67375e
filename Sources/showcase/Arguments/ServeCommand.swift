import ArgumentParser
import Commands
import PreviewServer
import Watching

/// `showcase serve`
struct ServeCommand: ProgramCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Preview the site while you edit it. 边改边预览。",
        discussion: """
            Pages are made when they are asked for; open pages refresh themselves when a file is saved. Drafts are shown.
            The editor's desk is at /_showcase/: it writes what is saved there, and each change can be taken back. With
            --read-only, --release or --bind nothing is written.
            页面在打开时生成，保存文件后自动刷新；包括草稿。编辑台在 /_showcase/，在那里保存才写入文件，每次修改都可以撤回。
            加 --read-only、--release 或 --bind 时不写任何文件。

            SHOWCASE_EDITOR names the program that opens a file when you click at a place in the panel: "code -g" for VS
            Code, or with {file}, {line} and {column}, as in "subl {file}:{line}". It needs a window of its own, which vim
            in a terminal has not. Without it a click copies the place.
            环境变量 SHOWCASE_EDITOR 指定点击检查结果时打开文件的程序：VS Code 写 "code -g"，也可以写 {file}、{line}、{column}，
            如 "subl {file}:{line}"。程序须有自己的窗口，终端里的 vim 不行。不设置时，点击即复制位置。

            Keys in the terminal · 终端按键: o open 打开, r read again 重新读取, c check 检查, q quit 结束

            Examples · 示例:
              showcase serve
              showcase serve --port 0 --open
              showcase serve --as-of 2021-11-25
              showcase serve --no-drafts
              showcase serve --release
              SHOWCASE_EDITOR="code -g" showcase serve
            """)

    @OptionGroup var site: SiteOptions

    @Option(name: .long, help: ArgumentHelp("Port; 0 for any that is free. 端口；0 表示任选一个空闲端口。", valueName: "port"))
    var port = 8000

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Address to listen at instead of this computer alone. 监听的地址，默认只限本机。", valueName: "address"))
    var bind: String?

    @Flag(name: .long, help: "Open the site in the browser. 在浏览器中打开。")
    var open = false

    @Flag(name: .long, help: "Look for changes every second instead of being told. 每秒查看一次改动（网络磁盘用）。")
    var poll = false

    @Flag(name: .long, help: "Exactly what would be published: no drafts, nothing added. 与发布结果完全一致：不含草稿，不加任何内容。")
    var release = false

    @Flag(name: .customLong("read-only"), help: "The desk writes nothing. 编辑台只能看，不能修改。")
    var isReadOnly = false

    @Flag(name: .customLong("no-drafts"), help: "Without drafts and content whose day has not come. 不显示草稿和日期未到的内容。")
    var hidesDrafts = false

    func validate() throws {
        guard (0...65535).contains(port) else {
            throw ValidationError("--port must be 0 to 65535. --port 应为 0 到 65535。")
        }
        guard !site.publication.drafts || !(hidesDrafts || release) else {
            throw ValidationError(
                "--drafts contradicts --no-drafts and --release. --drafts 不能与 --no-drafts、--release 同用。")
        }
    }

    func command() -> any Command {
        var request = site.request
        request.publication.includesDrafts = !release && !hidesDrafts
        return ServeSite(
            request, server: PreviewConfiguration(binding: bind.map { .address($0) } ?? .loopback, port: port),
            address: bind, watching: poll ? .polling(every: .seconds(1)) : .events, isBare: release,
            isReadOnly: isReadOnly, opensBrowser: open)
    }
}
