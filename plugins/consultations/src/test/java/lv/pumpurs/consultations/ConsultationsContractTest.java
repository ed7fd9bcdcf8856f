package lv.pumpurs.consultations;

import lv.pumpurs.testkit.PluginContract;

class ConsultationsContractTest extends PluginContract {}
