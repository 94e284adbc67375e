/// Words that mean the same in municipal engineering: what `synonyms.yaml` of a new site begins with.
///
/// They stand in the site and not in the program, so that an association sees them, adds its own and takes out what means
/// something else in its trade.
enum TradeSynonyms {
    static let chinese = """
        # 意思相同的词：检索其中一个，也会找到写着另一个的页面，列在“相近”里。
        # 每行一组，方括号里至少两个词，用半角逗号分开；一个词只写在一组里，单个字不写。
        # 只写换了说法、意思不变的词；意思更宽或更窄的不写，例如“管道”与“雨水管道”。

        # 道路与路面
        - [沥青, 柏油]
        - [沥青路面, 柏油路, 黑色路面]
        - [水泥路面, 混凝土路面, 白色路面]
        - [人行道, 步道, 便道]
        - [路缘石, 路沿石, 道牙, 侧石]
        - [盲道, 无障碍通道]
        - [坑槽, 坑洞, 坑洼]
        - [裂缝修补, 灌缝, 裂缝处理]
        - [铣刨, 刨铣, 铣削]
        - [摊铺, 铺筑]
        - [碾压, 压实]
        - [回填, 填土]
        - [半幅施工, 半封闭施工, 占道施工]
        - [交通组织, 交通导改, 交通疏导]
        - [标线, 划线]
        - [护栏, 隔离栏]

        # 桥梁、隧道与结构
        - [钢筋笼, 钢筋骨架]
        - [现浇, 现场浇筑]
        - [预制, 工厂化生产]
        - [伸缩缝, 伸缩装置]
        - [盾构, 盾构机, 盾构法]
        - [管片, 盾构管片, 衬砌管片]
        - [渗漏, 渗水, 漏水, 渗漏水]
        - [注浆, 压浆, 灌浆]
        - [支撑, 支护]
        - [基坑, 深基坑]
        - [浅埋暗挖, 暗挖]
        - [管廊, 综合管廊, 地下管廊]
        - [顶管, 顶进施工]

        # 排水、给水与环境
        - [检查井, 窨井, 沙井]
        - [井盖, 井圈盖板]
        - [雨水口, 雨水箅子, 雨水篦子]
        - [下水道, 排水管道, 排水管网]
        - [清淤, 疏通, 清掏]
        - [内涝, 积水, 积涝]
        - [防汛, 排涝, 防涝]
        - [泵站, 排水泵站, 抽水站]
        - [污水处理厂, 污水厂, 水质净化厂]
        - [再生水, 中水]
        - [自来水, 给水, 供水]
        - [非开挖修复, 非开挖, 内衬修复]
        - [闭路电视检测, CCTV, 管道内窥检测]
        - [扬尘, 粉尘]
        - [绿化, 园林]
        - [保洁, 清扫, 环卫清扫]

        # 照明、供热与燃气
        - [路灯, 道路照明, 街灯]
        - [供热, 供暖, 暖气]
        - [燃气, 煤气, 天然气]
        - [抢修, 应急抢修, 抢险]

        # 质量方法
        - [控制图, SPC, 统计过程控制, 管制图]
        - [QC小组, 质量管理小组, 品管圈]
        - [PDCA, 戴明环, 计划执行检查处理]
        - [因果图, 鱼骨图, 石川图]
        - [排列图, 柏拉图, 帕累托图]
        - [对策表, 措施表]
        - [5S, 五常法, 6S]
        - [合格率, 达标率]
        - [返修, 返工, 整修]
        - [投诉, 举报]
        - [满意度, 满意率]
        - [首件, 样板, 首件样板, 样板引路]
        - [作业指导书, 作业卡, 操作规程]
        - [三检, 自检互检专检, 三检制]

        # 班组与人员
        - [师带徒, 师傅带徒弟, 导师带徒, 传帮带]
        - [新工人, 新员工, 新手]
        - [农民工, 外来务工人员, 务工人员]
        - [技术交底, 交底]
        - [班前会, 晨会, 班前讲话]
        - [安全帽, 个人防护, 劳动防护用品]

        # 申报与名单
        - [申报表, 申请表, 报名表]
        - [申报, 申请, 报名]
        - [截止, 什么时候, 截止日期, 期限, 最后一天]
        - [评分标准, 打分表, 评分表, 怎么打分]
        - [管理办法, 办法, 规定]
        - [公示, 公告期]
        - [异议, 意见反映, 申诉]
        - [撤销, 取消称号]
        - [名单, 入选名单, 获奖名单, 公布名单]
        - [推荐单位, 推荐协会]
        - [兵团, 新疆生产建设兵团, 新疆兵团, 新疆建设兵团]

        """

    static let english = """
        # Words that mean the same: who searches one of them finds pages with the others as well, among what is near.
        # A group a line, at least two words in brackets; a word stands in one group, single characters in none.
        - [asphalt, bitumen, blacktop]
        - [manhole, inspection chamber]
        - [pavement, sidewalk, footpath]
        - [sewer, drain]
        - [street light, road lighting]
        - [control chart, SPC]
        - [fishbone diagram, cause and effect diagram]
        - [application form, entry form]
        - [deadline, closing date]

        """
}
