package lv.pumpurs.praise;

import lv.pumpurs.testkit.PluginContract;

class PraiseContractTest extends PluginContract {}
